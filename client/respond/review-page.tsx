import { useEffect, useRef } from 'preact/hooks';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { useAnswering } from './answering-context.ts';
import { fullTitle } from './full-title.ts';
import { PageHeading } from './page-heading.tsx';
import { PageProgressHeader } from './page-progress.tsx';
import { goTo, questionFragment } from './place.ts';
import type { PageProgress } from './progress.ts';
import { ReviewProblems } from './review-problems.tsx';
import { SubmitDialog } from './submit-dialog.tsx';
import type { Submitting } from './use-submission.ts';

/** Everything at a glance before it is sent: what is open, what is wrong, what two people see differently. */
export function ReviewPage({ submitting }: { readonly submitting: Submitting }) {
  const { t, data, progress, problems } = useAnswering();
  const dialog = useRef<HTMLDialogElement>(null);
  const open = progress.counted - progress.answered;
  const complete = problems.length === 0 ? t.reviewComplete : t.reviewPage;
  const heading = open === 0 ? complete : t.reviewOpen(open);
  const last = progress.pages.at(-1);
  useEffect(submitting.look, []);
  const ask = () => {
    if (submitting.mayAsk()) dialog.current?.showModal();
  };
  return (
    <>
      <PageProgressHeader current={null} />
      <PageHeading text={heading} where={`${t.reviewPage} · ${data.city}`} />
      <p class="r-page__lead">{open > 0 ? `${t.reviewMayStayOpen} ${t.reviewFinal}` : t.reviewFinal}</p>
      {submitting.notice ? (
        <Alert kind="warning" title={submitting.notice} live="alert" focusKey={submitting.attempts} />
      ) : null}
      <ReviewProblems submitting={submitting} />
      {open > 0 ? <OpenQuestions pages={progress.pages} /> : null}
      <div class="r-navigation">
        <Button
          kind="secondary"
          onClick={() => last && goTo({ kind: 'page', page: last.page.name, question: null })}
        >
          {t.back}
        </Button>
        <Button disabled={submitting.busy} onClick={ask}>
          {submitting.busy ? t.submitting : t.submit}
        </Button>
      </div>
      <SubmitDialog dialog={dialog} onConfirm={submitting.submit} />
    </>
  );
}

function OpenQuestions({ pages }: { readonly pages: readonly PageProgress[] }) {
  const { t, language } = useAnswering();
  return (
    <section class="r-review" aria-labelledby="open-questions">
      <h2 class="r-review__title" id="open-questions">
        {t.openQuestions}
      </h2>
      {pages
        .filter((one) => one.open.length > 0)
        .map(({ page, open }) => (
          <div key={page.name} class="r-review__page">
            <h3 class="r-review__page-title">{page.title[language]}</h3>
            <ul>
              {open.map((question) => (
                <li key={question.name}>
                  <a href={questionFragment(page.name, question.name)}>
                    {fullTitle(question, [page], language)}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
    </section>
  );
}
