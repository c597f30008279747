import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { Refusal } from '../refusal.ts';
import { languageOf } from './language.ts';
import { faultDocument, problemOf, refusalOf } from './problem-document.ts';
import { requestId } from './request-log.ts';

/** The one place where errors become answers; faults are logged here and nowhere else. */
export function errorEdge(log: Logger): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (res.headersSent) return next(error);
    const id = requestId(req);
    const refusal = refusalOf(error);
    if (refusal === null || refusal.kind === 'unavailable') log.error({ err: error, request: id }, 'fault');
    const instance = `urn:request:${id}`;
    const problem = refusal
      ? problemOf(refusal, languageOf(req), instance)
      : faultDocument(languageOf(req), instance);
    if (problem.status === 503) res.set('Retry-After', '5');
    res.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  };
}

/** Ends the list of API routes. */
export const nothingHere: RequestHandler = () => {
  throw new Refusal('unknown', { de: 'Das gibt es hier nicht.', en: 'There is nothing here.' });
};
