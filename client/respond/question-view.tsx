import type { Answer } from '../../surveys/answers/answer.ts';
import { holds } from '../../surveys/conditions/evaluate-condition.ts';
import type { LeafPlan, QuestionPlan, Scalar } from '../../surveys/plan/plan.ts';
import { FieldError } from '../ui/field-frame.tsx';
import { TextButton } from '../ui/text-button.tsx';
import { ExtraButtons, ExtraFields, useExtras } from './answer-extras.tsx';
import { AnswerStates, Reason } from './answer-states.tsx';
import { useAnswering } from './answering-context.ts';
import { ChoiceOptions } from './choice-options.tsx';
import { ConflictNote } from './conflict-note.tsx';
import { LeafField } from './leaf-field.tsx';
import { PanelQuestion } from './panel-question.tsx';
import { problemAt } from './problems.ts';

export const questionId = (name: string) => `q-${name}`;

/** What is wrong with the answer of a question: found at review, or said by the server when saving. */
function useQuestionError(name: string): string | undefined {
  const { problems, saving, language, t } = useAnswering();
  const refused = saving.sheet.refused[name];
  return problemAt(problems, `/${name}`) ?? (refused ? refused[language] || t.answerNotSaved : undefined);
}

export function QuestionView({ question }: { readonly question: QuestionPlan }) {
  const { lookup, saving, change } = useAnswering();
  const answer = saving.sheet.answers[question.name] ?? {};
  const required = question.required || (question.requiredIf !== null && holds(question.requiredIf, lookup));
  const onChange = (next: Answer) => change(question.name, Object.keys(next).length === 0 ? null : next);
  const props = { answer, required, onChange };
  if (question.type === 'paneldynamic') return <PanelQuestion question={question} {...props} />;
  if (question.type === 'text' || question.type === 'comment') {
    return <FieldQuestion question={question} {...props} />;
  }
  return <ChoiceQuestion question={question} {...props} />;
}

interface LeafQuestionProps<Question extends LeafPlan> {
  readonly question: Question;
  readonly answer: Answer;
  readonly required: boolean;
  readonly onChange: (answer: Answer) => void;
}

function withValue(
  { value: _v, state: _s, reason: _r, reasonText: _t, ...beside }: Answer,
  value?: Scalar,
): Answer {
  return value === undefined ? beside : { value, ...beside };
}

function withState(answer: Answer, state: 'na' | 'dk' | null): Answer {
  const beside = withValue(answer);
  return state === null ? beside : { state, ...beside };
}

function ChoiceQuestion(props: LeafQuestionProps<Extract<LeafPlan, { type: 'radiogroup' | 'boolean' }>>) {
  const { question, answer, required, onChange } = props;
  const { t, language } = useAnswering();
  const id = questionId(question.name);
  const error = useQuestionError(question.name);
  const hint = question.description?.[language];
  const described = error ? `${id}-error` : undefined;
  return (
    <fieldset
      class={`r-question${error ? ' r-question--error' : ''}`}
      id={id}
      tabIndex={-1}
      aria-describedby={described}
    >
      <legend class="r-question__legend">
        <h2 class="r-question__title">
          {question.title[language]}
          {required ? <span class="r-question__required"> {t.required}</span> : null}
        </h2>
      </legend>
      {hint ? <p class="r-question__hint">{hint}</p> : null}
      {error && answer.state !== 'na' ? <FieldError id={`${id}-error`} text={error} /> : null}
      <ConflictNote question={question} />
      <ChoiceOptions
        question={question}
        id={id}
        language={language}
        value={typeof answer.value === 'object' ? undefined : answer.value}
        describedBy={undefined}
        onChoose={(value) => onChange(withValue(answer, value))}
      />
      <Beside question={question} answer={answer} onChange={onChange} />
    </fieldset>
  );
}

function FieldQuestion(props: LeafQuestionProps<Extract<LeafPlan, { type: 'text' | 'comment' }>>) {
  const { question, answer, required, onChange } = props;
  const id = questionId(question.name);
  const error = useQuestionError(question.name);
  return (
    <div class="r-question r-question--field">
      <ConflictNote question={question} />
      <LeafField
        question={question}
        id={id}
        required={required}
        value={typeof answer.value === 'object' ? undefined : answer.value}
        error={answer.state === 'na' ? undefined : error}
        onChange={(value) => onChange(withValue(answer, value))}
      />
      <Beside question={question} answer={answer} onChange={onChange} />
    </div>
  );
}

/** What stands beside the answer: the two states, and on demand comment, evidence and target. */
function Beside({ question, answer, onChange }: Omit<LeafQuestionProps<LeafPlan>, 'required'>) {
  const { t, language } = useAnswering();
  const id = questionId(question.name);
  const { open, closed, openGroup } = useExtras(question, answer, id);
  const title = question.title[language];
  const chosen =
    answer.state !== undefined ||
    (question.type !== 'text' && question.type !== 'comment' && answer.value !== undefined);
  return (
    <>
      <div class="r-question__beside">
        <AnswerStates
          question={question}
          id={id}
          answer={answer}
          onState={(state) => onChange(withState(answer, state))}
        />
        <ExtraButtons title={title} closed={closed} onOpen={openGroup} />
        {chosen ? (
          <TextButton label={t.clearOf(title)} onClick={() => onChange(withState(answer, null))}>
            {t.clear}
          </TextButton>
        ) : null}
      </div>
      {answer.state === 'na' ? (
        <Reason id={id} name={question.name} answer={answer} onChange={onChange} />
      ) : null}
      <ExtraFields question={question} id={id} answer={answer} open={open} onChange={onChange} />
    </>
  );
}
