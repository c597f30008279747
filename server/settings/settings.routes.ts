import express from 'express';
import { parse } from '../http/parse.ts';
import { type SettingsResponse, settingsRequest } from './settings.wire.ts';
import type { SettingsStore } from './settings-store.ts';

export interface SettingsDeps {
  readonly settings: SettingsStore;
  /** What was set at start and cannot be changed here. */
  readonly fixed: Omit<SettingsResponse, 'city' | 'contact'>;
}

export function settingsRoutes({ settings, fixed }: SettingsDeps): express.Router {
  const router = express.Router();
  router.get('/api/settings', async (_req, res) => {
    res.json({ ...(await settings.readCity()), ...fixed } satisfies SettingsResponse);
  });
  router.put('/api/settings', async (req, res) => {
    const changed = parse(settingsRequest, req.body);
    await settings.writeCity(changed);
    res.json({ ...changed, ...fixed } satisfies SettingsResponse);
  });
  return router;
}
