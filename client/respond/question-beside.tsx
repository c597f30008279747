import type { Answer } from '../../surveys/answers/answer.ts';
import type { LeafPlan } from '../../surveys/plan/plan.ts';
import { TextButton } from '../ui/text-button.tsx';
import { ExtraButtons, ExtraFields, useExtras } from './answer-extras.tsx';
import { AnswerStates, Reason } from './answer-states.tsx';
import { useAnswering } from './answering-context.ts';
import { withState } from './changed-answer.ts';
import { questionId } from './place.ts';

interface QuestionBesideProps {
  readonly question: LeafPlan;
  readonly answer: Answer;
  readonly onChange: (answer: Answer) => void;
}

/** What stands beside the answer: the two states, and on demand comment, evidence and target. */
export function QuestionBeside({ question, answer, onChange }: QuestionBesideProps) {
  const { t, language } = useAnswering();
  const id = questionId(question.name);
  const { open, closed, openGroup } = useExtras(question, answer, id);
  const title = question.title[language];
  const typed = question.type === 'text' || question.type === 'comment';
  const clearable = answer.state !== undefined || (!typed && answer.value !== undefined);
  return (
    <>
      <div class="r-question__beside">
        <AnswerStates
          question={question}
          id={id}
          answer={answer}
          onState={(state) => onChange(withState(answer, state))}
        />
        <div class="r-question__quiet">
          <ExtraButtons title={title} closed={closed} onOpen={openGroup} />
          {clearable ? (
            <TextButton label={t.clearOf(title)} onClick={() => onChange(withState(answer, null))}>
              {t.clear}
            </TextButton>
          ) : null}
        </div>
      </div>
      {answer.state === 'na' ? (
        <Reason id={id} name={question.name} answer={answer} onChange={onChange} />
      ) : null}
      <ExtraFields question={question} id={id} answer={answer} open={open} onChange={onChange} />
    </>
  );
}
