import { Router } from 'express';
import { z } from 'zod';
import { linkOf } from '../http/link-of.ts';
import { parse } from '../http/parse.ts';
import { markSeen } from './mark-seen.ts';
import { openAnswering } from './open-answering.ts';
import { type SubmitResponse, saveAnswersRequest, submitRequest } from './responses.wire.ts';
import type { ResponsesDeps } from './responses-deps.ts';
import { saveAnswers } from './save-answers.ts';
import { submitAnswers } from './submit-answers.ts';

export function responsesRoutes(deps: ResponsesDeps): Router {
  const router = Router();

  router.get('/api/r', async (req, res) => {
    res.json(await openAnswering(deps, linkOf(req)));
  });

  router.post('/api/r/seen', async (req, res) => {
    parse(z.strictObject({}), req.body);
    await markSeen(deps, linkOf(req));
    res.status(204).end();
  });

  router.patch('/api/r/answers', async (req, res) => {
    res.json(await saveAnswers(deps, { ...parse(saveAnswersRequest, req.body), link: linkOf(req) }));
  });

  router.post('/api/r/submission', async (req, res) => {
    const receipt = await submitAnswers(deps, { ...parse(submitRequest, req.body), link: linkOf(req) });
    res.json({ receipt } satisfies SubmitResponse);
  });

  return router;
}
