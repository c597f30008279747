import { Router } from 'express';
import { z } from 'zod';
import { parse } from '../http/parse.ts';
import { id } from '../http/shapes.ts';
import { resendRequest } from './invitations.wire.ts';
import { listInvitations } from './list-invitations.ts';
import { type ResendDeps, resendInvitation } from './resend-invitation.ts';
import { revokeInvitation } from './revoke-invitation.ts';

const params = z.strictObject({ id });
const nothing = z.strictObject({});

export function invitationsRoutes(deps: ResendDeps): Router {
  const router = Router();

  router.get('/api/waves/:id/invitations', async (req, res) => {
    res.json(await listInvitations(deps, parse(params, req.params).id));
  });

  router.post('/api/invitations/:id/resend', async (req, res) => {
    const { id: invitationId } = parse(params, req.params);
    const { newLink } = parse(resendRequest, req.body);
    res.status(202).json(await resendInvitation(deps, { invitationId, newLink }));
  });

  router.post('/api/invitations/:id/revoke', async (req, res) => {
    const { id } = parse(params, req.params);
    parse(nothing, req.body);
    res.json(await revokeInvitation(deps, id));
  });

  return router;
}
