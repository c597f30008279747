import type { Operation } from '../http/operation.ts';

/** Files to be downloaded; their contents are described where they are built. */
export const exportsOperations: readonly Operation[] = [
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
