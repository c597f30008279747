import type { z } from 'zod';
import type { Scalar, Text } from '../plan/plan.ts';
import { type DefinitionProblem, pointerOf, shown } from './problem.ts';

type Issue = z.core.$ZodIssue;

const custom: Readonly<Record<string, Text>> = {
  emptyText: { de: 'Hier fehlt ein Text.', en: 'A text is missing here.' },
  badId: {
    de: 'Eine Kennung beginnt mit einem Buchstaben und hat höchstens 64 Zeichen aus A–Z, 0–9, _ und -.',
    en: 'An id starts with a letter and has at most 64 characters of A–Z, 0–9, _ and -.',
  },
  takenId: {
    de: 'Diese Kennung hat schon eine Bedeutung. Bitte wählen Sie eine andere.',
    en: 'This id already has a meaning. Please choose another one.',
  },
  badName: {
    de: 'Ein Name beginnt mit einem Buchstaben und hat höchstens 64 Zeichen: Buchstaben, Ziffern, _ - / ~.',
    en: 'A name starts with a letter and has at most 64 characters: letters, digits, _ - / ~.',
  },
  badScale: {
    de: 'Eine Skala hat min und max, max ist größer.',
    en: 'A scale has min and max, max is greater.',
  },
  badModelScale: {
    de: 'Die Skala des Fragebogens hat min und max; der Abstand ist eine ganze Zahl von 1 bis 20.',
    en: 'The scale of the questionnaire has min and max; the difference is a whole number from 1 to 20.',
  },
};

/** What zod found, in both languages: what was sent, what is allowed. */
export function shapeProblems(issues: readonly Issue[], json: unknown): DefinitionProblem[] {
  return issues.flatMap((issue) => problemsOf(issue, [], json));
}

function problemsOf(issue: Issue, above: readonly PropertyKey[], json: unknown): DefinitionProblem[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(path, key, json));
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const best = bestBranch(issue.errors);
    return best.flatMap((inner) => problemsOf(inner, path, json));
  }
  const sent = shown(valueAt(json, path));
  const allowed = allowedIn(issue, path);
  const { de, en } = detailOf(issue, path);
  return [
    {
      pointer: pointerOf(path),
      detail: { de: `${de} Gefunden: ${sent}.`, en: `${en} Found: ${sent}.` },
      ...(allowed ? { allowed } : {}),
    },
  ];
}

/** The branch that came furthest: its first complaint lies deepest, or is not about the type of the whole. */
function bestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const fitting = branches.filter((issues) =>
    issues.some((issue) => issue.path.length > 0 || issue.code !== 'invalid_type'),
  );
  return fitting.at(-1) ?? branches.at(-1)?.slice(0, 1) ?? [];
}

function unknownKey(path: readonly PropertyKey[], key: string, json: unknown): DefinitionProblem {
  const short = shown(key);
  const hint = hintFor(key, valueAt(json, path));
  return {
    pointer: pointerOf([...path, key.slice(0, 80)]),
    detail: {
      de: `Die Eigenschaft ${short} wird hier nicht unterstützt.${hint.de}`,
      en: `The property ${short} is not supported here.${hint.en}`,
    },
  };
}

function hintFor(key: string, holder: unknown): Text {
  if (key !== 'isRequired' || valueAt(holder, ['type']) !== 'matrix') return { de: '', en: '' };
  return {
    de: ' Für eine Matrix: „eachRowRequired“ macht jede Zeile zur Pflicht.',
    en: ' For a matrix: "eachRowRequired" makes every row required.',
  };
}

const rowTypes = ['radiogroup', 'rating', 'boolean', 'text', 'comment'];
const supportedTypes = [...rowTypes, 'checkbox', 'paneldynamic', 'matrix', 'panel'];

function allowedIn(issue: Issue, path: readonly PropertyKey[]): readonly Scalar[] | null {
  if (issue.code === 'invalid_union' && path.at(-1) === 'type')
    return path.includes('templateElements') ? rowTypes : supportedTypes;
  if (issue.code !== 'invalid_value') return null;
  return issue.values.filter((value) => typeof value === 'string' || typeof value === 'number');
}

function detailOf(issue: Issue, path: readonly PropertyKey[]): Text {
  const known = custom[issue.message];
  if (known) return known;
  switch (issue.code) {
    case 'invalid_union':
      return path.at(-1) === 'type'
        ? { de: 'Dieser Fragetyp wird nicht unterstützt.', en: 'This question type is not supported.' }
        : { de: 'Der Wert ist hier nicht erlaubt.', en: 'The value is not allowed here.' };
    case 'invalid_type':
      return { de: `Erwartet wird: ${issue.expected}.`, en: `Expected: ${issue.expected}.` };
    case 'too_big':
      return { de: `Höchstens ${issue.maximum}.`, en: `At most ${issue.maximum}.` };
    case 'too_small':
      return issue.inclusive
        ? { de: `Mindestens ${issue.minimum}.`, en: `At least ${issue.minimum}.` }
        : { de: `Mehr als ${issue.minimum}.`, en: `More than ${issue.minimum}.` };
    default:
      return { de: 'Der Wert ist hier nicht erlaubt.', en: 'The value is not allowed here.' };
  }
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = json;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return null;
    value = Reflect.get(value, part);
  }
  return value ?? null;
}
