import { Router } from 'express';
import { z } from 'zod';
import { officerOf } from '../http/officer.ts';
import { parse } from '../http/parse.ts';
import { id } from '../http/shapes.ts';
import { changeWave } from './change-wave.ts';
import { closeWave } from './close-wave.ts';
import { deleteDraft } from './delete-draft.ts';
import { draftWave } from './draft-wave.ts';
import { openWave } from './open-wave.ts';
import { describeWave, knownWave, listWaves, readWave } from './read-waves.ts';
import { setTargets } from './set-targets.ts';
import {
  createWaveRequest,
  mailPreviewQuery,
  targetsRequest,
  testMailRequest,
  updateWaveRequest,
  waveStepRequest,
} from './waves.wire.ts';
import type { WavesDeps } from './waves-deps.ts';

const waveParams = z.strictObject({ id });

export function wavesRoutes(deps: WavesDeps): Router {
  const router = Router();

  router.get('/api/waves', async (_req, res) => {
    res.json({ waves: await listWaves(deps) });
  });

  router.post('/api/waves', async (req, res) => {
    const by = officerOf(req).name;
    const wave = await draftWave(deps, { ...parse(createWaveRequest, req.body), by });
    res.status(201).json(await describeWave(deps, wave));
  });

  router.get('/api/waves/:id', async (req, res) => {
    res.json(await readWave(deps, parse(waveParams, req.params).id));
  });

  router.patch('/api/waves/:id', async (req, res) => {
    const { id } = parse(waveParams, req.params);
    const by = officerOf(req).name;
    const wave = await changeWave(deps, { ...parse(updateWaveRequest, req.body), id, by });
    res.json(await describeWave(deps, wave));
  });

  router.delete('/api/waves/:id', async (req, res) => {
    await deleteDraft(deps, parse(waveParams, req.params).id);
    res.status(204).end();
  });

  router.post('/api/waves/:id/open', async (req, res) => {
    const { id } = parse(waveParams, req.params);
    const { revision } = parse(waveStepRequest, req.body);
    res.json(await describeWave(deps, await openWave(deps, { id, revision })));
  });

  router.post('/api/waves/:id/close', async (req, res) => {
    const { id } = parse(waveParams, req.params);
    const { revision } = parse(waveStepRequest, req.body);
    res.json(await describeWave(deps, await closeWave(deps, { id, revision })));
  });

  router.put('/api/waves/:id/targets', async (req, res) => {
    const { id } = parse(waveParams, req.params);
    const wave = await setTargets(deps, { ...parse(targetsRequest, req.body), id });
    res.json(await describeWave(deps, wave));
  });

  router.get('/api/waves/:id/mail-preview', async (req, res) => {
    const wave = await knownWave(deps, parse(waveParams, req.params).id);
    const { officeId = null, language = null } = parse(mailPreviewQuery, req.query);
    res.json(await deps.previewMail({ wave, officeId, language }));
  });

  router.post('/api/waves/:id/test-mail', async (req, res) => {
    const wave = await knownWave(deps, parse(waveParams, req.params).id);
    const { to = null, language = null } = parse(testMailRequest, req.body);
    res.status(202).json(await deps.oweTestMail({ wave, to, language }));
  });

  return router;
}
