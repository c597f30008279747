import type { StartedWave } from '../../server/waves/wave.ts';

/** An open wave without offices. */
export const startedWave: StartedWave = {
  id: 'w1',
  title: 'Erhebung 2026',
  questionnaire: { id: 'kommunal-digital', version: 1 },
  mode: 'official',
  several: null,
  targets: {},
  language: 'de',
  deadline: '2026-10-16',
  createdAt: new Date('2026-09-01T08:00:00Z'),
  revision: 2,
  state: 'open',
  openedAt: new Date('2026-09-02T08:00:00Z'),
  closedAt: null,
  offices: [],
  contacts: [],
  divisions: [],
  rules: '2026.1',
};
