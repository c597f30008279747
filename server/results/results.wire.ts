import { z } from 'zod';
import type { LevelBand, Text } from '../../surveys/plan/plan.ts';
import type {
  CityScore,
  DimensionScore,
  DivisionScore,
  OfficeScore,
  Priority,
  Reliability,
} from '../../surveys/scoring/score.ts';
import type { Operation } from '../http/operation.ts';
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

export const project = z.strictObject({
  officeId: id,
  officeCode: z.string(),
  officeName: z.string(),
  rowId: z.string(),
  title: z.string(),
  aim: z.string(),
  field: text.nullable(),
  status: text.nullable(),
  start: z.string(),
  end: z.string(),
  budget: z.number().nullable(),
  lead: z.string(),
  risk: z.string(),
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

export const projectsResponse = z.strictObject({
  wave: waveHeader,
  projects: z.array(project),
  offices: z.number().int(),
});

export type ResultsDimension = z.output<typeof resultsDimension>;
export type ResultsOffice = z.output<typeof resultsOffice>;
export type ResultsDivision = z.output<typeof resultsDivision>;
export type ResultsResponse = z.output<typeof resultsResponse>;
export type OfficeResultsResponse = z.output<typeof officeResultsResponse>;
export type ExplainedDimension = z.output<typeof explainedDimension>;
export type Project = z.output<typeof project>;
export type ProjectsResponse = z.output<typeof projectsResponse>;
export type WaveHeader = z.output<typeof waveHeader>;
export type Finding = z.output<typeof finding>;

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
    path: '/api/waves/{id}/results.csv',
    summary: 'Scores of a wave as a table',
    access: 'officer',
    responseType: 'text/csv',
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
  {
    method: 'get',
    path: '/api/waves/{id}/projects',
    summary: 'Project register of a wave',
    access: 'officer',
    response: projectsResponse,
    status: 200,
  },
  {
    method: 'get',
    path: '/api/waves/{id}/projects.csv',
    summary: 'Project register as CSV',
    access: 'officer',
    responseType: 'text/csv',
    status: 200,
  },
  {
    method: 'get',
    path: '/api/waves/{id}/responses.json',
    summary: 'Submitted answers as for `pegel score`',
    access: 'officer',
    responseType: 'application/json',
    status: 200,
  },
  {
    method: 'get',
    path: '/api/waves/{id}/wave.json',
    summary: 'Questionnaire, offices and answers in one file, as for `pegel compare`',
    access: 'officer',
    responseType: 'application/json',
    status: 200,
  },
];
