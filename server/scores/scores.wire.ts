import { z } from 'zod';
import type { DimensionScore, OfficeScore } from '../../surveys/scoring/score.ts';
import { id, instant, localDate, text } from '../http/shapes.ts';
import { waveMode, waveState } from '../waves/waves.wire.ts';

/** Score of an office without its single items, which only the explanation needs. */
export interface ShownScore extends Omit<OfficeScore, 'dimensions'> {
  readonly dimensions: Readonly<Record<string, Omit<DimensionScore, 'items'>>>;
}

export const resultsDimension = z.strictObject({
  id: z.string(),
  title: text,
  shortTitle: text,
  field: z.string(),
  items: z.number().int(),
});

/** A finding in words; made by pure functions in reports/findings. */
export const finding = z.strictObject({ heading: text, lead: text });

export const waveHeader = z.strictObject({
  id,
  title: z.string(),
  state: waveState,
  mode: waveMode,
  /** Smallest group whose values are shown; null in mode official. */
  minGroup: z.number().int().nullable(),
  revision: z.number().int(),
  deadline: localDate,
  openedAt: instant.nullable(),
  closedAt: instant.nullable(),
  questionnaire: z.strictObject({ id, version: z.number().int(), title: text }),
  rules: z.string(),
});

export type ResultsDimension = z.output<typeof resultsDimension>;
export type WaveHeader = z.output<typeof waveHeader>;
export type Finding = z.output<typeof finding>;
