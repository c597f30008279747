import express, { type RequestHandler } from 'express';
import { Refusal } from '../refusal.ts';

const maxDepth = 20;
/** Far more than the longest list of offices or the fullest questionnaire. */
const maxValues = 20_000;
const unsafeName = /^\$|\.|^__proto__$/;

/**
 * Parses JSON; names that a database could read as an operator or a path are refused (threats.md T32, T34), and so are
 * more values or levels than any form has, before anything looks at each of them.
 */
export function jsonBody(limitOf: (path: string) => string): RequestHandler {
  const parsers = new Map<string, RequestHandler>();
  const parserOf = (limit: string) => {
    const known = parsers.get(limit) ?? express.json({ limit });
    parsers.set(limit, known);
    return known;
  };
  return (req, res, next) => {
    parserOf(limitOf(req.path))(req, res, (error?: unknown) => {
      next(
        error ?? refusedIn(req.body, { pointer: '#', depth: 0, left: { values: maxValues } }) ?? undefined,
      );
    });
  };
}

interface Place {
  readonly pointer: string;
  readonly depth: number;
  /** Counts down over the whole request. */
  readonly left: { values: number };
}

/** Returned, not thrown: inside the parser's callback nobody would catch it. */
function refusedIn(value: unknown, { pointer, depth, left }: Place): Refusal | null {
  if (typeof value !== 'object' || value === null) return null;
  if (depth > maxDepth) return malformed(pointer, texts.tooDeep);
  const names = Object.keys(value);
  left.values -= names.length;
  if (left.values < 0) return malformed(pointer, texts.tooMany);
  for (const name of names) {
    const inside = `${pointer}/${name.slice(0, 80)}`;
    if (!Array.isArray(value) && unsafeName.test(name)) return malformed(inside, texts.name);
    const found = refusedIn(Reflect.get(value, name), { pointer: inside, depth: depth + 1, left });
    if (found) return found;
  }
  return null;
}

const texts = {
  tooDeep: { de: 'Das ist zu tief verschachtelt.', en: 'This is nested too deeply.' },
  tooMany: {
    de: `Das sind mehr als ${maxValues} Werte in einer Anfrage.`,
    en: `These are more than ${maxValues} values in one request.`,
  },
  name: { de: 'Dieser Name ist nicht erlaubt.', en: 'This name is not allowed.' },
} as const;

function malformed(pointer: string, detail: { de: string; en: string }): Refusal {
  return new Refusal(
    'malformed-request',
    {
      de: 'Die Anfrage hat nicht die erwartete Form. Die Fehler stehen bei den Feldern.',
      en: 'The request does not have the expected form. The errors stand at the fields.',
    },
    { errors: [{ pointer, detail }] },
  );
}
