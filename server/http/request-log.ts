import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { Logger } from 'pino';

const ids = new WeakMap<Request, string>();

/** Names one request in the log and in the problem document. */
export function requestId(req: Request): string {
  const known = ids.get(req);
  if (known) return known;
  const made = randomUUID();
  ids.set(req, made);
  return made;
}

/**
 * A path without the secrets that pages carry in it, and without its query. Also when the address was copied wrongly:
 * what follows `/r/` is cut wherever that stands.
 */
export function loggedPath(path: string): string {
  return (path.split('?', 1)[0] ?? '').replace(/((?:\/|%2f)(?:r|einrichten)(?:\/|%2f)).*/i, '$1[redacted]');
}

/** One line per request when it is done, refused ones at a louder level. Headers and bodies are never logged. */
export function requestLog(log: Logger): RequestHandler {
  return (req, res, next) => {
    const startedAt = process.hrtime.bigint();
    res.on('close', () => {
      const line = {
        request: requestId(req),
        method: req.method,
        path: loggedPath(req.originalUrl),
        status: res.statusCode,
        ms: Number((process.hrtime.bigint() - startedAt) / 1_000_000n),
      };
      if (res.statusCode < 400) log.debug(line);
      else log.info(line);
    });
    next();
  };
}
