import { Router } from 'express';
import { z } from 'zod';
import { parse } from '../http/parse.ts';
import { id } from '../http/shapes.ts';
import { changeReminders } from './change-reminders.ts';
import { readEscalation } from './read-escalation.ts';
import { readReminders } from './read-reminders.ts';
import { type RemindNowDeps, remindNow } from './remind-now.ts';
import { changeRemindersRequest, remindRequest, stopEscalationRequest } from './reminders.wire.ts';
import { stopEscalation } from './stop-escalation.ts';

const params = z.strictObject({ id });

export function remindersRoutes(deps: RemindNowDeps): Router {
  const router = Router();

  router.get('/api/waves/:id/reminders', async (req, res) => {
    res.json(await readReminders(deps, parse(params, req.params).id));
  });

  router.put('/api/waves/:id/reminders', async (req, res) => {
    const { id } = parse(params, req.params);
    res.json(await changeReminders(deps, id, parse(changeRemindersRequest, req.body)));
  });

  router.get('/api/waves/:id/reminders/escalation', async (req, res) => {
    res.json(await readEscalation(deps, parse(params, req.params).id));
  });

  router.put('/api/waves/:id/reminders/escalation', async (req, res) => {
    const { id: waveId } = parse(params, req.params);
    const { office: officeId, stopped } = parse(stopEscalationRequest, req.body);
    res.json(await stopEscalation(deps, { waveId, officeId, stopped }));
  });

  router.post('/api/invitations/:id/remind', async (req, res) => {
    const { id: invitationId } = parse(params, req.params);
    res.status(202).json(await remindNow(deps, { invitationId, ...parse(remindRequest, req.body) }));
  });

  return router;
}
