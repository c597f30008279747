import { z } from 'zod';
import type { Operation } from '../http/operation.ts';
import { id, text } from '../http/shapes.ts';
import { waveHeader } from '../scores/scores.wire.ts';

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

export const projectsResponse = z.strictObject({
  wave: waveHeader,
  projects: z.array(project),
  offices: z.number().int(),
});

export type Project = z.output<typeof project>;
export type ProjectsResponse = z.output<typeof projectsResponse>;

export const projectsOperations: readonly Operation[] = [
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
];
