import { Router } from 'express';
import { parse } from '../http/parse.ts';
import { listOutbox, type OutboxDeps } from './list-outbox.ts';
import { outboxQuery } from './mail.wire.ts';

export function mailRoutes(deps: OutboxDeps): Router {
  const router = Router();

  router.get('/api/outbox', async (req, res) => {
    const { waveId = null } = parse(outboxQuery, req.query);
    res.json(await listOutbox(deps, waveId));
  });

  return router;
}
