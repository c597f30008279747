import express, { type RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { accessGate } from './http/access.ts';
import { requireCsrfToken, sameOrigin } from './http/csrf.ts';
import { errorEdge, nothingHere } from './http/error-edge.ts';
import { jsonBody } from './http/json-body.ts';
import { type OfficerDeps, requireOfficer } from './http/officer.ts';
import type { Operation } from './http/operation.ts';
import { pages } from './http/pages.ts';
import { badLinkLimit, type RateLimitDeps } from './http/rate-limits.ts';
import { type AnsweredRequest, requestLog } from './http/request-log.ts';
import { noStore, securityHeaders } from './http/security-headers.ts';

export interface Services {
  readonly config: Pick<Config, 'url' | 'trustProxy'>;
  readonly log: Logger;
  readonly operations: readonly Operation[];
  readonly routers: readonly express.Router[];
  readonly sessions: RequestHandler;
  readonly officers: OfficerDeps;
  readonly rateLimits: RateLimitDeps;
  readonly clientFolder: string;
  /** Told of every answered request. */
  readonly observe: (request: AnsweredRequest) => void;
}

/** Everything a request meets, top to bottom. */
export function createApp(services: Services): express.Express {
  const { config, log, operations, sessions } = services;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy);
  app.set('query parser', 'simple');
  app.use(requestLog(log, services.observe));
  app.use(securityHeaders(config.url));
  app.use('/api', noStore, sameOrigin(config.url));
  app.use(
    accessGate(operations, {
      public: [sessions],
      probe: [],
      officer: [sessions, requireOfficer(services.officers), requireCsrfToken],
      link: [],
    }),
  );
  app.use('/api', jsonBody(bodyLimit));
  for (const router of services.routers) app.use(router);
  app.use('/api', nothingHere);
  app.use(pages(services.clientFolder));
  app.use(nothingHere);
  app.use(badLinkLimit(services.rateLimits));
  app.use(errorEdge(log));
  return app;
}

/** By path below `/api`: answers and lists of offices are long, everything else is a form. */
function bodyLimit(path: string): string {
  if (path.startsWith('/r/')) return '1mb';
  return path.startsWith('/waves') ? '256kb' : '64kb';
}
