import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { withoutPeople } from '../log.ts';

const ids = new WeakMap<Request, string>();

const harmlessId = /^[A-Za-z0-9-]{8,64}$/;

/** Names one request in the log, in the problem document and in its answer; a trusted proxy may have named it before. */
export function requestId(req: Request): string {
  const known = ids.get(req);
  if (known) return known;
  const given = req.get('x-request-id') ?? '';
  const id = comesThroughProxy(req) && harmlessId.test(given) ? given : randomUUID();
  ids.set(req, id);
  return id;
}

function comesThroughProxy(req: Request): boolean {
  const trusts: (address: string, hop: number) => boolean = req.app.get('trust proxy fn');
  return trusts(req.socket.remoteAddress ?? '', 0);
}

/**
 * A path without the secrets that pages carry in it, without addresses, and without its query. Also when the address was
 * copied wrongly: what follows `/r/` is cut wherever that stands.
 */
export function loggedPath(path: string): string {
  const [beforeQuery = ''] = path.split('?', 1);
  return withoutPeople(beforeQuery.replace(/((?:\/|%2f)(?:r|einrichten)(?:\/|%2f)).*/i, '$1[redacted]'));
}

/** What is told of every answered request. */
export interface AnsweredRequest {
  readonly method: string;
  /** Template of the route, e.g. `/api/waves/:id`; `other` where none took it. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** One line per request when it is done. Headers and bodies are never logged. */
export function requestLog(log: Logger, observe: (request: AnsweredRequest) => void): RequestHandler {
  return (req, res, next) => {
    const startedAt = process.hrtime.bigint();
    const id = requestId(req);
    res.set('X-Request-Id', id);
    res.on('close', () => {
      const seconds = Number(process.hrtime.bigint() - startedAt) / 1e9;
      const { method } = req;
      const status = res.statusCode;
      observe({ method, route: routeOf(req), status, seconds });
      log.info({
        request: id,
        method,
        path: loggedPath(req.originalUrl),
        status,
        ms: Math.round(seconds * 1000),
      });
    });
    next();
  };
}

function routeOf(req: Request): string {
  const path: unknown = req.route?.path;
  return typeof path === 'string' ? path : 'other';
}
