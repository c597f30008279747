import { readFileSync } from 'node:fs';
import { readDefinition } from '../../surveys/definition/read-definition.ts';
import { compilePlan } from '../../surveys/plan/compile-plan.ts';
import type { Plan } from '../../surveys/plan/plan.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests build broken questionnaires on purpose
type Json = any;

/** One scored item with five anchored answers. */
export function item(name: string, more: Json = {}): Json {
  return {
    type: 'radiogroup',
    name,
    title: { de: `Frage ${name}`, en: `Question ${name}` },
    notApplicable: true,
    dontKnow: true,
    choices: [0, 1, 2, 3, 4],
    ...more,
  };
}

/** A questionnaire of one dimension on one page. */
export function questionnaireOf(elements: Json[], more: Json = {}): Json {
  return {
    title: { de: 'Probe', en: 'Trial' },
    maturity: {
      id: 'trial',
      version: 1,
      fields: [{ id: 'verwaltung', title: 'Verwaltung' }],
      dimensions: [{ id: 'd1', title: 'Eins', field: 'verwaltung' }],
      ...more.maturity,
    },
    pages: more.pages ?? [{ name: 'p1', dimension: 'd1', elements }],
  };
}

export function planOf(json: Json): Plan {
  const read = readDefinition(json);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return compilePlan(read.definition);
}

/** Pointers of the problems of a questionnaire; empty when it is accepted. */
export function problemsOf(json: Json): readonly { pointer: string; de: string; en: string }[] {
  const read = readDefinition(json);
  return read.ok ? [] : read.problems.map(({ pointer, detail }) => ({ pointer, ...detail }));
}

export function builtIn(): Json {
  const path = new URL('../../surveys/catalog/kommunal-digital/v1.json', import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8'));
}
