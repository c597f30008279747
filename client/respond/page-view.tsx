import type { ElementPlan } from '../../surveys/plan/plan.ts';
import { useAnswering } from './answering-context.ts';
import { isMatrix, MatrixView } from './matrix-view.tsx';
import { PageHeading } from './page-heading.tsx';
import { PageNavigation } from './page-navigation.tsx';
import { PageProgressHeader } from './page-progress.tsx';
import type { PageProgress } from './progress.ts';
import { QuestionView } from './question-view.tsx';

/** One page of the questionnaire. */
export function PageView({ current }: { readonly current: PageProgress }) {
  const { t, data, language, progress } = useAnswering();
  const { page } = current;
  const position = progress.pages.indexOf(current) + 1;
  const office = `${data.office.code} ${data.office.name}`;
  return (
    <>
      <PageProgressHeader current={current} />
      <PageHeading
        text={page.title[language]}
        where={`${t.pageOf(position, progress.pages.length, office)} · ${data.city}`}
      />
      {page.description ? <p class="r-page__lead">{page.description[language]}</p> : null}
      {page.elements.map((element) => (
        <ElementView key={element.name} element={element} />
      ))}
      <PageNavigation current={current} />
    </>
  );
}

function ElementView({ element }: { readonly element: ElementPlan }) {
  const { language, asked } = useAnswering();
  if (element.type !== 'panel') return asked.has(element.name) ? <QuestionView question={element} /> : null;
  if (!isShown(element, asked)) return null;
  if (isMatrix(element)) return <MatrixView matrix={element} />;
  return (
    <section class="r-panel">
      {element.title ? <h2 class="r-panel__title">{element.title[language]}</h2> : null}
      {element.description ? <p class="r-question__hint">{element.description[language]}</p> : null}
      {element.elements.map((inner) => (
        <ElementView key={inner.name} element={inner} />
      ))}
    </section>
  );
}

function isShown(element: ElementPlan, asked: ReadonlySet<string>): boolean {
  if (element.type !== 'panel') return asked.has(element.name);
  return element.elements.some((inner) => isShown(inner, asked));
}
