import { z } from 'zod';
import type { LevelBand, Text } from '../../surveys/plan/plan.ts';
import type { CityScore, DivisionScore, Priority, Reliability } from '../../surveys/scoring/score.ts';
import type { Operation } from '../http/operation.ts';
import { id, instant, text } from '../http/shapes.ts';
import { project } from '../projects/projects.wire.ts';
import { finding, resultsDimension, type ShownScore, waveHeader } from '../scores/scores.wire.ts';

export const resultsOffice = z.strictObject({
  officeId: id,
  code: z.string(),
  name: z.string(),
  /** The node above; null when it stands alone. */
  divisionId: id.nullable(),
  headcount: z.number().nullable(),
  submittedAt: instant.nullable(),
  /** Share 0–1 answered of a draft; 1 when submitted. */
  answered: z.number(),
  /** People invited and people who submitted; in mode official the contacts and 0 or 1. */
  invited: z.number().int(),
  submissions: z.number().int(),
  /** Null until submitted, and in mode several while the wave is open; status `suppressed`: kept secret. */
  score: z.custom<ShownScore>().nullable(),
});

export const resultsDivision = z.strictObject({
  officeId: id,
  code: z.string(),
  name: z.string(),
  score: z.custom<DivisionScore>(),
});

export const resultsResponse = z.strictObject({
  city: z.string(),
  wave: waveHeader,
  finding,
  levels: z.array(z.custom<LevelBand>()),
  securedLevels: z.array(z.custom<Text>()),
  dimensions: z.array(resultsDimension),
  fields: z.array(z.strictObject({ id: z.string(), title: text })),
  divisions: z.array(resultsDivision),
  offices: z.array(resultsOffice),
  cityScore: z.custom<CityScore>(),
  /** By dimension. */
  reliability: z.record(z.string(), z.custom<Reliability>()),
  /** By dimension, largest first; `null` priorities last. */
  priorities: z.array(z.custom<Priority>()),
  /** While the scores of a closed wave of mode several are being computed; null: done. */
  progress: z.strictObject({ done: z.number().int(), all: z.number().int() }).nullable(),
});

export const explainedItem = z.strictObject({
  id: z.string(),
  title: text,
  state: z.enum(['level', 'na', 'dk', 'missing', 'notAsked']),
  /** Text of the chosen answer, or of the reason for "does not apply". */
  answer: text.nullable(),
  comment: z.string().nullable(),
  weight: z.number(),
  score: z.number().nullable(),
  /** Mode several: the people of the office should talk about it. */
  unclear: z.boolean(),
});

export const explainedDimension = z.strictObject({
  id: z.string(),
  /** How the number came about, in one or two sentences. */
  how: text,
  items: z.array(explainedItem),
});

export const officeResultsResponse = z.strictObject({
  city: z.string(),
  wave: waveHeader,
  finding,
  levels: z.array(z.custom<LevelBand>()),
  securedLevels: z.array(z.custom<Text>()),
  dimensions: z.array(resultsDimension),
  office: resultsOffice,
  division: z.strictObject({ officeId: id, code: z.string(), name: z.string() }).nullable(),
  cityScore: z.custom<CityScore>(),
  explanation: z.array(explainedDimension),
  projects: z.array(project),
});

export type ResultsOffice = z.output<typeof resultsOffice>;
export type ResultsDivision = z.output<typeof resultsDivision>;
export type ResultsResponse = z.output<typeof resultsResponse>;
export type OfficeResultsResponse = z.output<typeof officeResultsResponse>;
export type ExplainedDimension = z.output<typeof explainedDimension>;

export const resultsOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/waves/{id}/results',
    summary: 'Scores of a wave',
    access: 'officer',
    response: resultsResponse,
    status: 200,
  },
  {
    method: 'get',
    path: '/api/waves/{id}/results/offices/{officeId}',
    summary: 'Scores of one office with their explanation',
    access: 'officer',
    response: officeResultsResponse,
    status: 200,
  },
];
