import { z } from 'zod';
import type { LevelBand } from '../../surveys/plan/plan.ts';
import type { CityScore } from '../../surveys/scoring/score.ts';
import type { Operation } from '../http/operation.ts';
import { text } from '../http/shapes.ts';
import { finding, resultsDimension, waveHeader } from '../scores/scores.wire.ts';

/** Overview page and first-run page in one. */
export const overviewResponse = z.strictObject({
  city: z.string(),
  steps: z.strictObject({
    offices: z.number().int(),
    contacts: z.number().int(),
    questionnaire: z.strictObject({
      title: text,
      items: z.number().int(),
      dimensions: z.number().int(),
      minutes: z.number().int(),
    }),
    mailTransport: z.enum(['smtp', 'folder']),
    waves: z.number().int(),
  }),
  /** The wave shown: the newest with at least one submission, else the newest started one; null before the first. */
  wave: waveHeader.nullable(),
  finding: finding.nullable(),
  levels: z.array(z.custom<LevelBand>()),
  cityScore: z.custom<CityScore>().nullable(),
  /** City's median secured level over dimensions is not defined by the rules; the overview shows strengths and gaps only. */
  strengths: z.array(z.strictObject({ dimension: resultsDimension, score: z.number() })),
  gaps: z.array(z.strictObject({ dimension: resultsDimension, score: z.number() })),
  next: z.array(
    z.strictObject({
      kind: z.enum([
        'openDraft',
        'waiting',
        'mailTrouble',
        'closeSoon',
        'seeResults',
        'newWave',
        'missingOffices',
      ]),
      label: text,
      detail: text,
      action: text,
      href: z.string(),
    }),
  ),
});

export type OverviewResponse = z.output<typeof overviewResponse>;

export const overviewOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/overview',
    summary: 'Where the city stands and what is next',
    access: 'officer',
    response: overviewResponse,
    status: 200,
  },
];
