import { ProgressBar } from '../ui/progress-bar.tsx';
import { useAnswering } from './answering-context.ts';
import { pageFragment } from './place.ts';
import type { PageProgress } from './progress.ts';

/** Where one is, how much is left, and the way to every page. */
export function PageProgressHeader({ current }: { readonly current: PageProgress | null }) {
  const { t, data, progress } = useAnswering();
  const position = progress.pages.findIndex((one) => one.page === current?.page) + 1;
  const office = `${data.office.code} ${data.office.name}`;
  return (
    <div class="r-progress">
      <div class="r-progress__line">
        <span>{current ? t.pageOf(position, progress.pages.length, office) : office}</span>
        <span>{progress.minutesLeft > 0 ? t.minutesLeft(progress.minutesLeft) : t.allAnswered}</span>
      </div>
      <ProgressBar
        label={t.answeredOf(progress.answered, progress.counted)}
        value={progress.answered}
        max={progress.counted}
      />
      <AllPages current={current} />
    </div>
  );
}

function AllPages({ current }: { readonly current: PageProgress | null }) {
  const { t, language, progress } = useAnswering();
  return (
    <details class="r-pages" key={current?.page.name ?? 'review'}>
      <summary>{t.allPages}</summary>
      <nav aria-label={t.allPages}>
        <ol class="r-pages__list">
          {progress.pages.map(({ page, counted, open }) => (
            <li key={page.name}>
              <a href={pageFragment(page.name)} aria-current={page === current?.page ? 'page' : undefined}>
                {page.title[language]}
              </a>
              {counted > 0 ? (
                <span class="r-pages__state">
                  {open.length === 0 ? <span aria-hidden="true">✓ </span> : null}
                  {t.pageState(counted - open.length, counted)}
                </span>
              ) : null}
            </li>
          ))}
          <li>
            <a href="#/review" aria-current={current === null ? 'page' : undefined}>
              {t.reviewPage}
            </a>
          </li>
        </ol>
      </nav>
    </details>
  );
}
