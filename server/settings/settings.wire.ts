import { z } from 'zod';
import type { Operation } from '../http/operation.ts';
import { emailAddress, line } from '../http/shapes.ts';

/** The person whom respondents can call; stands in every mail and on every answering page. */
export const contactPerson = z.strictObject({ name: line(120), phone: line(40), email: emailAddress });

export const settingsResponse = z.strictObject({
  city: z.string(),
  contact: z.strictObject({ name: z.string(), phone: z.string(), email: z.string() }),
  timeZone: z.string(),
  url: z.string(),
  mail: z.strictObject({
    transport: z.enum(['smtp', 'folder']),
    from: z.string(),
    folder: z.string().nullable(),
  }),
  store: z.strictObject({ kind: z.enum(['embedded', 'mongodb']), folder: z.string().nullable() }),
  version: z.string(),
});

export const settingsRequest = z.strictObject({ city: line(80), contact: contactPerson });

export type SettingsResponse = z.output<typeof settingsResponse>;
export type SettingsRequest = z.output<typeof settingsRequest>;
export type ContactPerson = z.output<typeof contactPerson>;

export const settingsOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/settings',
    summary: 'Settings of this Pegel',
    access: 'officer',
    response: settingsResponse,
    status: 200,
  },
  {
    method: 'put',
    path: '/api/settings',
    summary: 'Change city name and contact person',
    access: 'officer',
    request: settingsRequest,
    response: settingsResponse,
    status: 200,
  },
];
