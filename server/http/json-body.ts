import express, { type RequestHandler } from 'express';
import { Refusal } from '../refusal.ts';

const maxDepth = 20;
const unsafeName = /^\$|\.|^__proto__$/;

/** Parses JSON; names that a database could read as an operator or a path are refused (threats.md T32, T34). */
export function jsonBody(limitOf: (path: string) => string): RequestHandler {
  const parsers = new Map<string, RequestHandler>();
  const parserOf = (limit: string) => {
    const known = parsers.get(limit) ?? express.json({ limit });
    parsers.set(limit, known);
    return known;
  };
  return (req, res, next) => {
    parserOf(limitOf(req.path))(req, res, (error?: unknown) => {
      next(error ?? unsafeNameIn(req.body, '#', 0) ?? undefined);
    });
  };
}

/** Returned, not thrown: inside the parser's callback nobody would catch it. */
function unsafeNameIn(value: unknown, pointer: string, depth: number): Refusal | null {
  if (typeof value !== 'object' || value === null) return null;
  if (depth > maxDepth) {
    return malformed(pointer, { de: 'Das ist zu tief verschachtelt.', en: 'This is nested too deeply.' });
  }
  for (const [name, inner] of Object.entries(value)) {
    if (!Array.isArray(value) && unsafeName.test(name)) {
      return malformed(`${pointer}/${name.slice(0, 80)}`, {
        de: 'Dieser Name ist nicht erlaubt.',
        en: 'This name is not allowed.',
      });
    }
    const found = unsafeNameIn(inner, `${pointer}/${name}`, depth + 1);
    if (found) return found;
  }
  return null;
}

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
