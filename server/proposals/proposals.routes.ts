import { Router } from 'express';
import { z } from 'zod';
import { linkOf } from '../http/link-of.ts';
import { officerOf } from '../http/officer.ts';
import { parse } from '../http/parse.ts';
import { id } from '../http/shapes.ts';
import { listProposals } from './list-proposals.ts';
import { notMeRequest, replaceContactRequest } from './proposals.wire.ts';
import type { ProposalsDeps } from './proposals-deps.ts';
import { proposeColleague } from './propose-colleague.ts';
import { confirmProposal, dismissProposal } from './settle-proposal.ts';

const params = z.strictObject({ id });

export function proposalsRoutes(deps: ProposalsDeps): Router {
  const router = Router();

  router.post('/api/r/not-me', async (req, res) => {
    await proposeColleague(deps, { link: linkOf(req), ...parse(notMeRequest, req.body) });
    res.status(202).json({});
  });

  router.post('/api/invitations/:id/replace', async (req, res) => {
    const { id: invitationId } = parse(params, req.params);
    const to = parse(replaceContactRequest, req.body);
    res.status(202).json(await deps.replaceContact({ invitationId, to, by: officerOf(req).name }));
  });

  router.get('/api/waves/:id/proposals', async (req, res) => {
    res.json(await listProposals(deps, parse(params, req.params).id));
  });

  router.post('/api/proposals/:id/confirm', async (req, res) => {
    const { id } = parse(params, req.params);
    const to = parse(replaceContactRequest, req.body);
    res.json(await confirmProposal(deps, { id, to, by: officerOf(req).name }));
  });

  router.post('/api/proposals/:id/dismiss', async (req, res) => {
    const { id } = parse(params, req.params);
    parse(z.strictObject({}), req.body);
    res.json(await dismissProposal(deps, id));
  });

  return router;
}
