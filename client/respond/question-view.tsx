import type { Answer } from '../../surveys/answers/answer.ts';
import { holds } from '../../surveys/conditions/evaluate-condition.ts';
import type { LeafPlan, QuestionPlan } from '../../surveys/plan/plan.ts';
import { scalarOf } from './answer-value.ts';
import { useAnswering } from './answering-context.ts';
import { withValue } from './changed-answer.ts';
import { ChoiceQuestion } from './choice-question.tsx';
import { ConflictNote } from './conflict-note.tsx';
import { LeafField } from './leaf-field.tsx';
import { PanelQuestion } from './panel-question.tsx';
import { questionId } from './place.ts';
import { QuestionBeside } from './question-beside.tsx';
import { useQuestionError } from './question-error.ts';

export interface LeafQuestionProps<Question extends LeafPlan> {
  readonly question: Question;
  readonly answer: Answer;
  readonly required: boolean;
  readonly onChange: (answer: Answer) => void;
}

/** The answer to a question, whether there must be one, and how to change it. */
export function useAnswerOf(question: QuestionPlan) {
  const { lookup, saving, change } = useAnswering();
  const answer = saving.sheet.answers[question.name] ?? {};
  const required = question.required || (question.requiredIf !== null && holds(question.requiredIf, lookup));
  const onChange = (next: Answer) => change(question.name, Object.keys(next).length === 0 ? null : next);
  return { answer, required, onChange };
}

export function QuestionView({ question }: { readonly question: QuestionPlan }) {
  const props = useAnswerOf(question);
  if (question.type === 'paneldynamic') return <PanelQuestion question={question} {...props} />;
  if (question.type === 'text' || question.type === 'comment') {
    return <FieldQuestion question={question} {...props} />;
  }
  return <ChoiceQuestion question={question} {...props} />;
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
        value={scalarOf(answer.value)}
        error={answer.state === 'na' ? undefined : error}
        onChange={(value) => onChange(withValue(answer, value))}
      />
      <QuestionBeside question={question} answer={answer} onChange={onChange} />
    </div>
  );
}
