import { Router } from 'express';
import { parse } from '../http/parse.ts';
import { listOutbox, type OutboxDeps } from './list-outbox.ts';
import { type MailPauseResponse, outboxQuery } from './mail.wire.ts';
import { type MailPause, type MailPauseDeps, readMailPause, releaseMail } from './mail-pause.ts';

export function mailRoutes(deps: OutboxDeps & MailPauseDeps): Router {
  const router = Router();

  router.get('/api/outbox', async (req, res) => {
    const { waveId = null } = parse(outboxQuery, req.query);
    res.json(await listOutbox(deps, waveId));
  });

  router.get('/api/mail-pause', async (_req, res) => {
    res.json(shown(await readMailPause(deps)));
  });

  router.delete('/api/mail-pause', async (_req, res) => {
    res.json(shown(await releaseMail(deps)));
  });

  return router;
}

const shown = ({ pausedSince, owed }: MailPause): MailPauseResponse => ({
  pausedSince: pausedSince?.toISOString() ?? null,
  owed,
});
