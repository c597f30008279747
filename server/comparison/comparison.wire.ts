import { z } from 'zod';
import type { CityChange, OfficeComparison } from '../../reports/comparison/comparison.ts';
import type { Operation } from '../http/operation.ts';
import { id, text } from '../http/shapes.ts';
import { finding, resultsDimension, waveHeader } from '../scores/scores.wire.ts';

export const compareQuery = z.strictObject({ from: id, to: id });

/** What became of an office of the older wave; codes as the waves knew them. */
export const successorRow = z.strictObject({ from: z.string(), to: z.string(), share: z.number() });

export const compareResponse = z.strictObject({
  city: z.string(),
  from: waveHeader,
  to: waveHeader,
  finding,
  dimensions: z.array(resultsDimension),
  fields: z.array(z.strictObject({ id: z.string(), title: text })),
  /** By dimension id, `index`, and `field:<id>`. */
  cityChanges: z.record(z.string(), z.custom<CityChange>()),
  offices: z.array(
    z.strictObject({
      officeId: id,
      code: z.string(),
      name: z.string(),
      divisionId: id.nullable(),
      change: z.custom<OfficeComparison>(),
    }),
  ),
  divisions: z.array(
    z.strictObject({
      officeId: id,
      code: z.string(),
      name: z.string(),
      change: z.custom<
        Omit<OfficeComparison, 'items' | 'predecessors' | 'skipped'> & { readonly n: number }
      >(),
    }),
  ),
  /** Items whose text changed, came or went, with the reason the crosswalk gives. */
  questionnaireChanges: z.array(
    z.strictObject({
      item: z.string(),
      dimension: z.string().nullable(),
      class: z.enum(['same', 'editorial', 'changed', 'new', 'dropped']),
      title: text,
      reason: z.string().nullable(),
    }),
  ),
  /** The organisation in sentences: merged, split, renamed, dissolved, new. */
  organisation: z.array(text),
  successors: z.array(successorRow),
  onlyFrom: z.array(z.strictObject({ officeId: id, code: z.string(), name: z.string() })),
  onlyTo: z.array(z.strictObject({ officeId: id, code: z.string(), name: z.string() })),
  rules: z.string(),
});

/** The body is a CSV file `from;to;share`; the answer says what is kept. */
export const successorsResponse = z.strictObject({ successors: z.array(successorRow) });

export type CompareResponse = z.output<typeof compareResponse>;
export type SuccessorRow = z.output<typeof successorRow>;
export type CompareQuery = z.output<typeof compareQuery>;
export type SuccessorsResponse = z.output<typeof successorsResponse>;

export const comparisonOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/compare',
    summary: 'Change between two waves, on the same questions',
    access: 'officer',
    query: compareQuery,
    response: compareResponse,
    status: 200,
  },
  {
    method: 'put',
    path: '/api/compare/successors',
    summary: 'Say what became of reorganised offices',
    access: 'officer',
    query: compareQuery,
    requestType: 'text/csv',
    response: successorsResponse,
    status: 200,
  },
  {
    method: 'delete',
    path: '/api/compare/successors',
    summary: 'Forget what was said about reorganised offices',
    access: 'officer',
    query: compareQuery,
    status: 204,
  },
];
