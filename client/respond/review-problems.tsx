import { Alert } from '../ui/alert.tsx';
import { useAnswering } from './answering-context.ts';
import { fullTitle } from './full-title.ts';
import { questionFragment } from './place.ts';
import { distinct, placeName, type QuestionProblem } from './problems.ts';
import type { Submitting } from './use-submission.ts';

/** Wrong answers, conflicts and changes of colleagues: a summary with links. */
export function ReviewProblems({ submitting }: { readonly submitting: Submitting }) {
  const { t, saving, problems } = useAnswering();
  const conflicts = Object.keys(saving.sheet.conflicts);
  const changed = submitting.changed.filter((name) => !conflicts.includes(name));
  const wrong = distinct(problems);
  const key = submitting.attempts > 0 ? submitting.attempts : undefined;
  return (
    <>
      {wrong.length > 0 ? (
        <Alert kind="danger" title={t.problemsTitle(wrong.length)} focusKey={key}>
          <ul>
            {wrong.map((problem) => (
              <li key={problem.pointer}>
                <QuestionLink name={problem.question} problem={problem} />
              </li>
            ))}
          </ul>
        </Alert>
      ) : null}
      <Named kind="warning" title={t.conflictsTitle} names={conflicts} focusKey={key} />
      <Named kind="info" title={t.changedElsewhere} names={changed} focusKey={key} />
    </>
  );
}

interface NamedProps {
  readonly kind: 'info' | 'warning';
  readonly title: string;
  readonly names: readonly string[];
  readonly focusKey: number | undefined;
}

function Named({ kind, title, names, focusKey }: NamedProps) {
  if (names.length === 0) return null;
  return (
    <Alert kind={kind} title={title} live="alert" focusKey={focusKey}>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <QuestionLink name={name} />
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function QuestionLink({ name, problem }: { name: string; problem?: QuestionProblem | undefined }) {
  const { language, progress } = useAnswering();
  const page = progress.pages.find((one) => one.asked.some((question) => question.name === name));
  const question = page?.asked.find((one) => one.name === name);
  if (!page || !question) return <span>{problem?.detail ?? name}</span>;
  const full = fullTitle(question, [page.page], language);
  const title = placeName({ question, title: full }, problem?.pointer ?? '', language);
  const text = problem ? `${title} – ${problem.detail}` : title;
  return <a href={questionFragment(page.page.name, name)}>{text}</a>;
}
