import { z } from 'zod';
import type { Operation } from '../http/operation.ts';
import { emailAddress, id, line, text } from '../http/shapes.ts';

export const contactRole = z.enum(['lead', 'expert']);
export const officeCode = line(20);
export const officeName = line(160);
export const headcount = z.number().int().min(0).max(1_000_000);
export const contactName = line(120);
export const contactEmail = emailAddress;
/** Contacts of one office. */
export const maxContacts = 50;
/** Field ids an office can be tagged with; the catalog's questionnaires name them. */
export const fieldId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

export const officeResponse = z.strictObject({
  id,
  code: z.string(),
  name: z.string(),
  parentId: id.nullable(),
  headcount: z.number().nullable(),
  fields: z.array(z.string()),
  contacts: z.array(z.strictObject({ id, name: z.string(), email: z.string(), role: contactRole })),
  revision: z.number().int(),
});

export const officesResponse = z.strictObject({
  offices: z.array(officeResponse),
  /** Fields that are asked of tagged offices only, with titles; other fields are accepted as tags too. */
  fields: z.array(z.strictObject({ id: z.string(), title: text, askedOf: text.nullable() })),
});

const officeFields = {
  code: officeCode,
  name: officeName,
  parentId: id.nullable(),
  headcount: headcount.nullable(),
  fields: z.array(fieldId).max(20),
};
const contactRequest = z.strictObject({
  /** Absent for a new contact. */
  id: id.optional(),
  name: contactName,
  email: contactEmail,
  role: contactRole,
});

export const createOfficeRequest = z.strictObject({
  ...officeFields,
  contacts: z.array(contactRequest).max(maxContacts),
});
/** Replaces the office and its contacts; contacts that are not sent are removed. */
export const updateOfficeRequest = createOfficeRequest.extend({ revision: z.number().int() });

export const importQuery = z.strictObject({ dryRun: z.enum(['true', 'false']).optional() });

/** One problem of an import file; `row` counts from 1 = header, `column` is the column's name. */
export const importProblem = z.strictObject({
  row: z.number().int(),
  column: z.string(),
  found: z.string(),
  detail: text,
  allowed: z.array(z.string()).optional(),
});

export const importResponse = z.strictObject({
  dryRun: z.boolean(),
  rows: z.number().int(),
  offices: z.strictObject({
    created: z.array(z.string()),
    changed: z.array(z.string()),
    unchanged: z.number().int(),
  }),
  contacts: z.strictObject({ created: z.number().int(), changed: z.number().int() }),
  /** Codes of known offices that the file does not name; they stay. */
  notInFile: z.array(z.string()),
  /** Empty when the file can be (or was) imported. */
  problems: z.array(importProblem),
});

export type OfficeResponse = z.output<typeof officeResponse>;
export type OfficesResponse = z.output<typeof officesResponse>;
export type CreateOfficeRequest = z.output<typeof createOfficeRequest>;
export type UpdateOfficeRequest = z.output<typeof updateOfficeRequest>;
export type ImportResponse = z.output<typeof importResponse>;
export type ImportProblem = z.output<typeof importProblem>;

export const officesOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/offices',
    summary: 'Offices with their contacts',
    access: 'officer',
    response: officesResponse,
    status: 200,
  },
  {
    method: 'post',
    path: '/api/offices',
    summary: 'Add an office',
    access: 'officer',
    request: createOfficeRequest,
    response: officeResponse,
    status: 201,
  },
  {
    method: 'put',
    path: '/api/offices/{id}',
    summary: 'Change an office and its contacts',
    access: 'officer',
    request: updateOfficeRequest,
    response: officeResponse,
    status: 200,
  },
  {
    method: 'delete',
    path: '/api/offices/{id}',
    summary: 'Remove an office that was never asked',
    access: 'officer',
    status: 204,
  },
  {
    method: 'post',
    path: '/api/offices/import',
    summary: 'Import offices and contacts from a CSV file',
    access: 'officer',
    query: importQuery,
    requestType: 'text/csv',
    response: importResponse,
    status: 200,
  },
  {
    method: 'get',
    path: '/api/offices/template.csv',
    summary: 'Template of the import file',
    access: 'officer',
    responseType: 'text/csv',
    status: 200,
  },
  {
    method: 'get',
    path: '/api/offices.csv',
    summary: 'Offices with their contacts as the import and `pegel score` read them',
    access: 'officer',
    responseType: 'text/csv',
    status: 200,
  },
];
