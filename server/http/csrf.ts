import { timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { Refusal } from '../refusal.ts';
import { bearerToken } from './officer.ts';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

const refused = () =>
  new Refusal('csrf', {
    de: 'Die Anfrage kam nicht von dieser Anwendung. Bitte laden Sie die Seite neu.',
    en: 'The request did not come from this application. Please reload the page.',
  });

/** Refuses writing requests that a browser says come from another site. */
export function sameOrigin(url: string): RequestHandler {
  return (req, _res, next) => {
    if (harmless.has(req.method) || comesFromHere(req, url)) return next();
    throw refused();
  };
}

function comesFromHere(req: Request, url: string): boolean {
  const site = req.get('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const origin = req.get('origin');
  if (origin === undefined || origin === url) return true;
  return URL.canParse(origin) && new URL(origin).host === req.get('host');
}

/** A writing request that leans on the session cookie must also carry the session's token. */
export const requireCsrfToken: RequestHandler = (req, _res, next) => {
  if (harmless.has(req.method) || bearerToken(req) !== null) return next();
  const expected = req.session.csrfToken;
  if (expected === undefined || !isSame(req.get('x-csrf-token') ?? '', expected)) throw refused();
  next();
};

function isSame(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
