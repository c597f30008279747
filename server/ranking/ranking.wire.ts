import { z } from 'zod';
import type { Rank } from '../../surveys/scoring/score.ts';
import type { Operation } from '../http/operation.ts';
import { id } from '../http/shapes.ts';
import { finding } from '../scores/scores.wire.ts';

/** Ranks under random weights, computed beside the server; ask again while `computing`. */
export const rankingResponse = z.strictObject({
  state: z.enum(['computing', 'ready']),
  done: z.number().int(),
  draws: z.number().int(),
  seed: z.number().int(),
  generator: z.string(),
  finding: finding.nullable(),
  /** By index, highest first; empty while computing. */
  offices: z.array(
    z.strictObject({
      officeId: id,
      code: z.string(),
      name: z.string(),
      index: z.number(),
      place: z.number(),
      rank: z.custom<Rank>(),
    }),
  ),
});

export type RankingResponse = z.output<typeof rankingResponse>;

export const rankingOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/waves/{id}/results/ranking',
    summary: 'Ranks of the offices under random weights',
    access: 'officer',
    response: rankingResponse,
    status: 200,
  },
];
