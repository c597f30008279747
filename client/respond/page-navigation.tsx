import { Button } from '../ui/button.tsx';
import { useAnswering } from './answering-context.ts';
import { goTo } from './place.ts';
import type { PageProgress } from './progress.ts';

/** Back, and on: the button says where it goes. */
export function PageNavigation({ current }: { readonly current: PageProgress }) {
  const { t, language, progress } = useAnswering();
  const position = progress.pages.findIndex((one) => one.page === current.page);
  const before = progress.pages[position - 1]?.page;
  const after = progress.pages[position + 1]?.page;
  return (
    <div class="r-navigation">
      <Button
        kind="secondary"
        onClick={() => goTo(before ? { kind: 'page', page: before.name, question: null } : { kind: 'start' })}
      >
        {t.back}
      </Button>
      <Button
        onClick={() => goTo(after ? { kind: 'page', page: after.name, question: null } : { kind: 'review' })}
      >
        {t.next(after ? after.title[language] : t.reviewPage)}
      </Button>
    </div>
  );
}
