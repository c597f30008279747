import { rowQuestionsOf } from '../definition/matrix-rows.ts';
import type { MatrixSource, QuestionSource } from '../definition/question-shape.ts';
import type { ElementSource, PageSource, PanelSource } from '../definition/questionnaire-shape.ts';
import type { Definition } from '../definition/read-definition.ts';
import type { Scale } from '../scoring/2026.1/item-score.ts';
import { compileMaturity } from './compile-maturity.ts';
import { compileQuestion } from './compile-question.ts';
import { estimateMinutes } from './estimate-minutes.ts';
import type { Condition, ElementPlan, PagePlan, PanelPlan, Plan, QuestionPlan } from './plan.ts';

interface Compilation {
  readonly conditions: ReadonlyMap<string, Condition>;
  readonly scale: Scale;
  /** Field id by dimension id, of fields that only tagged offices answer. */
  readonly tagOf: ReadonlyMap<string, string>;
}

interface Place {
  readonly path: string;
  readonly dimension: string | null;
  /** Tag the surrounding page asks for. */
  readonly pageTag: string | null;
}

/** Compiles a questionnaire that was read without problems; never fails. Plain JSON comes out. */
export function compilePlan(definition: Definition): Plan {
  const { source, conditions } = definition;
  const { maturity } = source;
  const compilation = { conditions, scale: maturity.scale, tagOf: tagsOf(maturity) };
  const pages = source.pages.map((page, index) => compilePage(compilation, page, `pages/${index}`));
  return {
    id: maturity.id,
    version: maturity.version,
    title: source.title,
    description: source.description ?? null,
    pages,
    maturity: compileMaturity(definition),
    minutes: estimateMinutes(pages),
  };
}

function tagsOf({ fields, dimensions }: Definition['source']['maturity']): ReadonlyMap<string, string> {
  const tagged = new Set(fields.filter((field) => field.onlyTagged).map((field) => field.id));
  return new Map(
    dimensions.flatMap(({ id, field }) => (field && tagged.has(field) ? [[id, field] as const] : [])),
  );
}

function tagFor(compilation: Compilation, dimension: string | null): string | null {
  return dimension === null ? null : (compilation.tagOf.get(dimension) ?? null);
}

function compilePage(compilation: Compilation, page: PageSource, path: string): PagePlan {
  const dimension = page.dimension ?? null;
  const onlyTagged = tagFor(compilation, dimension);
  return {
    name: page.name,
    title: page.title ?? { de: page.name, en: page.name },
    description: page.description ?? null,
    visibleIf: compilation.conditions.get(`${path}/visibleIf`) ?? null,
    onlyTagged,
    elements: compileElements(compilation, page, { path, dimension, pageTag: onlyTagged }),
  };
}

function compileElements(
  compilation: Compilation,
  container: PageSource | PanelSource,
  place: Place,
): ElementPlan[] {
  return container.elements.map((element, index) => {
    const path = `${place.path}/elements/${index}`;
    const own = 'dimension' in element ? element.dimension : undefined;
    return compileElement(compilation, element, { ...place, path, dimension: own ?? place.dimension });
  });
}

function compileElement(compilation: Compilation, element: ElementSource, place: Place): ElementPlan {
  if (element.type === 'panel') return compilePanel(compilation, element, place);
  if (element.type === 'matrix') return compileMatrix(compilation, element, place);
  return compileAsked(compilation, element, place);
}

function compileAsked(compilation: Compilation, source: QuestionSource, place: Place): QuestionPlan {
  const tag = tagFor(compilation, place.dimension);
  const { conditions, scale } = compilation;
  const onlyTagged = tag === place.pageTag ? null : tag;
  return compileQuestion({
    source,
    path: place.path,
    dimension: place.dimension,
    onlyTagged,
    scale,
    conditions,
  });
}

function compileMatrix(compilation: Compilation, matrix: MatrixSource, place: Place): PanelPlan {
  return {
    type: 'panel',
    matrix: true,
    name: matrix.name,
    title: matrix.title ?? { de: matrix.name, en: matrix.name },
    description: matrix.description ?? null,
    visibleIf: compilation.conditions.get(`${place.path}/visibleIf`) ?? null,
    elements: rowQuestionsOf(matrix).map((row, index) =>
      compileAsked(compilation, row, { ...place, path: `${place.path}/rows/${index}` }),
    ),
  };
}

function compilePanel(compilation: Compilation, panel: PanelSource, place: Place): PanelPlan {
  return {
    type: 'panel',
    name: panel.name,
    title: panel.title ?? null,
    description: panel.description ?? null,
    visibleIf: compilation.conditions.get(`${place.path}/visibleIf`) ?? null,
    elements: compileElements(compilation, panel, place),
  };
}
