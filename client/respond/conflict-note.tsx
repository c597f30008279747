import type { QuestionPlan } from '../../surveys/plan/plan.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { answerText } from './answer-text.ts';
import { useAnswering } from './answering-context.ts';

/** Two people answered differently: both answers, and the choice between them. */
export function ConflictNote({ question }: { readonly question: QuestionPlan }) {
  const { t, data, language, saving, keepMine, takeTheirs } = useAnswering();
  const conflict = saving.sheet.conflicts[question.name];
  if (!conflict) return null;
  const say = (answer: typeof conflict.mine) => answerText(question, answer, { plan: data.plan, language });
  return (
    <Alert kind="warning" title={t.conflictTitle} live="status">
      <p>{t.conflictText}</p>
      <dl class="r-versions">
        <dt>{t.mine}</dt>
        <dd>{say(conflict.mine)}</dd>
        <dt>{t.theirs}</dt>
        <dd>{say(conflict.theirs)}</dd>
      </dl>
      <div class="r-actions">
        <Button kind="secondary" onClick={() => keepMine(question.name)}>
          {t.keepMine}
        </Button>
        <Button kind="secondary" onClick={() => takeTheirs(question.name)}>
          {t.takeTheirs}
        </Button>
      </div>
    </Alert>
  );
}
