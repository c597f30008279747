import type { Text } from '../plan/plan.ts';
import type { MaturitySource } from './maturity-shape.ts';
import type { Outline } from './outline.ts';
import { type DefinitionProblem, pointerOf, shown } from './problem.ts';

/** The maturity model in itself and against the questions: ids, fields, bands, levels. */
export function* modelProblems(model: MaturitySource, outline: Outline): Generator<DefinitionProblem> {
  yield* duplicateIds(model.dimensions, 'dimensions');
  yield* duplicateIds(model.fields, 'fields');
  yield* duplicateIds(model.notApplicableReasons ?? [], 'notApplicableReasons');
  yield* fieldProblems(model);
  yield* bandProblems(model);
  yield* securedLevelProblems(model);
  yield* dimensionProblems(model, outline);
}

function* duplicateIds(list: readonly { id: string }[], key: string): Generator<DefinitionProblem> {
  const seen = new Set<string>();
  for (const [index, { id }] of list.entries()) {
    if (seen.has(id))
      yield problem([key, index, 'id'], { de: `„${id}“ ist doppelt.`, en: `"${id}" is used twice.` });
    seen.add(id);
  }
}

function* fieldProblems({ fields, dimensions }: MaturitySource): Generator<DefinitionProblem> {
  const allowed = fields.map((field) => field.id);
  for (const [index, { field }] of dimensions.entries()) {
    if (field === undefined ? allowed.length === 0 : allowed.includes(field)) continue;
    const detail = {
      de: `Das Feld ${shown(field ?? null)} gibt es nicht.`,
      en: `There is no field ${shown(field ?? null)}.`,
    };
    yield { ...problem(['dimensions', index, 'field'], detail), allowed };
  }
}

function* bandProblems({ levels }: MaturitySource): Generator<DefinitionProblem> {
  for (const [index, { from }] of (levels ?? []).entries()) {
    const before = levels?.[index - 1]?.from;
    if (before === undefined ? from === 0 : from > before) continue;
    yield problem(['levels', index, 'from'], {
      de: `Die Stufen beginnen bei 0 und steigen; gefunden: ${from}.`,
      en: `The levels start at 0 and rise; found: ${from}.`,
    });
  }
}

function* securedLevelProblems({ securedLevels, scale }: MaturitySource): Generator<DefinitionProblem> {
  const expected = scale.max - scale.min + 1;
  if (!securedLevels || securedLevels.length === expected) return;
  yield problem(['securedLevels'], {
    de: `Die Skala hat ${expected} Stufen, benannt sind ${securedLevels.length}.`,
    en: `The scale has ${expected} levels, ${securedLevels.length} are named.`,
  });
}

function* dimensionProblems({ dimensions }: MaturitySource, outline: Outline): Generator<DefinitionProblem> {
  const allowed = dimensions.map((dimension) => dimension.id);
  for (const { dimension, path } of outline.questions) {
    if (dimension === null || allowed.includes(dimension)) continue;
    const detail = {
      de: `Das Handlungsfeld „${dimension}“ gibt es nicht.`,
      en: `There is no dimension "${dimension}".`,
    };
    yield { pointer: pointerOf(path), detail, allowed };
  }
}

function problem(path: readonly PropertyKey[], detail: Text): DefinitionProblem {
  return { pointer: pointerOf(['maturity', ...path]), detail };
}
