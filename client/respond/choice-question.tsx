import type { Answer } from '../../surveys/answers/answer.ts';
import type { BooleanPlan, CheckboxPlan, RadiogroupPlan } from '../../surveys/plan/plan.ts';
import { FieldError } from '../ui/field-frame.tsx';
import { scalarOf, tickedOf } from './answer-value.ts';
import { useAnswering } from './answering-context.ts';
import { withValue } from './changed-answer.ts';
import { CheckboxOptions } from './checkbox-options.tsx';
import { ChoiceOptions } from './choice-options.tsx';
import { ConflictNote } from './conflict-note.tsx';
import { questionId } from './place.ts';
import { QuestionBeside } from './question-beside.tsx';
import { useQuestionError } from './question-error.ts';
import { RatingOptions } from './rating-options.tsx';

interface ChoiceQuestionProps {
  readonly question: RadiogroupPlan | CheckboxPlan | BooleanPlan;
  readonly answer: Answer;
  readonly required: boolean;
  /** Whether the title stands below that of a table: a row of a matrix. */
  readonly inTable?: true;
  readonly onChange: (answer: Answer) => void;
}

/** A question answered by choosing: one, several, or yes and no. */
export function ChoiceQuestion(props: ChoiceQuestionProps) {
  const { question, answer, required, inTable, onChange } = props;
  const { t, language } = useAnswering();
  const id = questionId(question.name);
  const error = useQuestionError(question.name);
  const Title = inTable ? 'h3' : 'h2';
  return (
    <fieldset
      class={`r-question${error ? ' r-question--error' : ''}`}
      id={id}
      tabIndex={-1}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend class="r-question__legend">
        <Title class="r-question__title">
          {question.title[language]}
          {required ? <span class="r-question__required"> {t.required}</span> : null}
        </Title>
      </legend>
      {question.description ? <p class="r-question__hint">{question.description[language]}</p> : null}
      {error && answer.state !== 'na' ? <FieldError id={`${id}-error`} text={error} /> : null}
      <ConflictNote question={question} />
      <Options question={question} answer={answer} onChange={onChange} />
      <QuestionBeside question={question} answer={answer} onChange={onChange} />
    </fieldset>
  );
}

function Options({
  question,
  answer,
  onChange,
}: Pick<ChoiceQuestionProps, 'question' | 'answer' | 'onChange'>) {
  const { language } = useAnswering();
  const id = questionId(question.name);
  const write = (value: Answer['value']) => onChange(withValue(answer, value));
  if (question.type === 'checkbox') {
    return (
      <CheckboxOptions
        question={question}
        id={id}
        ticked={tickedOf(answer.value)}
        onTick={(ticked) => write(ticked.length === 0 ? undefined : ticked)}
      />
    );
  }
  const choosing = { id, language, value: scalarOf(answer.value), onChoose: write };
  if (question.type === 'rating') return <RatingOptions question={question} {...choosing} />;
  return <ChoiceOptions question={question} describedBy={undefined} {...choosing} />;
}
