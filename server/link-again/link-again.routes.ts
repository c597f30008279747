import { type RequestHandler, Router } from 'express';
import { parse } from '../http/parse.ts';
import { type AskLinkAgainDeps, askLinkAgain } from './ask-link-again.ts';
import { linkAgainRequest } from './link-again.wire.ts';

export interface LinkAgainRoutesDeps extends AskLinkAgainDeps {
  readonly limits: { readonly count: readonly RequestHandler[] };
}

export function linkAgainRoutes(deps: LinkAgainRoutesDeps): Router {
  const router = Router();

  router.post('/api/link-again', ...deps.limits.count, async (req, res) => {
    await askLinkAgain(deps, parse(linkAgainRequest, req.body).email);
    res.status(202).json({});
  });

  return router;
}
