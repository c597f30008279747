import type { PagePlan, QuestionPlan } from '../../surveys/plan/plan.ts';
import { Alert } from '../ui/alert.tsx';
import { useAnswering } from './answering-context.ts';
import { questionFragment } from './place.ts';
import { distinct, placeName, type QuestionProblem } from './problems.ts';
import type { Submitting } from './use-submission.ts';

interface Found {
  readonly page: PagePlan;
  readonly question: QuestionPlan;
}

/** Wrong answers, conflicts and changes of colleagues: a summary with links. */
export function ReviewProblems({ submitting }: { readonly submitting: Submitting }) {
  const { t, language, saving, progress, problems } = useAnswering();
  const find = (name: string): Found | undefined =>
    progress.pages
      .flatMap(({ page, asked }) => asked.map((question) => ({ page, question })))
      .find((one) => one.question.name === name);
  const link = (name: string, problem?: QuestionProblem) => {
    const found = find(name);
    if (!found) return <span>{problem?.detail ?? name}</span>;
    const title = placeName(found.question, problem?.pointer ?? '', language);
    const text = problem ? `${title} – ${problem.detail}` : title;
    return <a href={questionFragment(found.page.name, name)}>{text}</a>;
  };
  const conflicts = Object.keys(saving.sheet.conflicts);
  const wrong = distinct(problems);
  const changed = submitting.changed.filter((name) => !conflicts.includes(name));
  return (
    <>
      {wrong.length > 0 ? (
        <Alert
          kind="danger"
          title={t.problemsTitle(wrong.length)}
          live="alert"
          focusKey={submitting.attempts}
        >
          <ul>
            {wrong.map((one) => (
              <li key={one.pointer}>{link(one.question, one)}</li>
            ))}
          </ul>
        </Alert>
      ) : null}
      {conflicts.length > 0 ? (
        <Alert kind="warning" title={t.conflictsTitle} live="alert" focusKey={submitting.attempts}>
          <ul>
            {conflicts.map((name) => (
              <li key={name}>{link(name)}</li>
            ))}
          </ul>
        </Alert>
      ) : null}
      {changed.length > 0 ? (
        <Alert kind="info" title={t.changedElsewhere} live="alert" focusKey={submitting.attempts}>
          <ul>
            {changed.map((name) => (
              <li key={name}>{link(name)}</li>
            ))}
          </ul>
        </Alert>
      ) : null}
    </>
  );
}
