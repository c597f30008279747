import { z } from 'zod';
import type { Operation } from '../http/operation.ts';
import { inBothLanguages } from '../http/parse.ts';
import { id, instant, localDate, text } from '../http/shapes.ts';
import { regions } from './regions.ts';

const days = z.int().min(0).max(180);
const severalDays = z.array(days.min(1)).max(10).transform(distinct);
const hour = z.int().min(0).max(24);

function distinct(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

export const region = z.enum(regions);

const rules = {
  daysAfterOpening: severalDays,
  daysBeforeDeadline: z.array(days).max(10).transform(distinct),
  /** 1 Monday to 7 Sunday. */
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).transform(distinct),
  /** Mails leave from this full hour on and not from `toHour` on, local time. */
  fromHour: hour.max(23),
  toHour: hour.min(1),
  /** State whose public holidays are kept free; BUND: those of all states. */
  holidays: region,
  /** Null: the lead of an office does not hear of missing answers. */
  leadDaysBefore: days.nullable(),
  divisionDaysBefore: days.nullable(),
};

export const changeRemindersRequest = z
  .strictObject({
    ...rules,
    /** The one that was read; 0 when nothing is stored yet. */
    revision: z.int().min(0),
  })
  .refine(({ fromHour, toHour }) => fromHour < toHour, {
    path: ['toHour'],
    error: inBothLanguages({
      de: 'Das Ende liegt nicht nach dem Anfang.',
      en: 'The end is not after the beginning.',
    }),
  });

export const reminderStep = z.strictObject({
  id: z.string(),
  /** `lead` and `division`: they hear of missing answers. */
  kind: z.enum(['reminder', 'lead', 'division']),
  rule: z.strictObject({ from: z.enum(['opening', 'deadline']), days: z.int() }),
  /** Of the offices this step is about. */
  deadline: localDate,
  wantedOn: localDate,
  sentOn: localDate,
  dueAt: instant,
  /** Why it was moved away from the wanted day; null: it was not. */
  moved: z
    .union([
      z.strictObject({ kind: z.literal('weekday') }),
      z.strictObject({ kind: z.literal('holiday'), name: text }),
    ])
    .nullable(),
  /** `over`: it became due before these rules; it is not made up for. */
  state: z.enum(['done', 'next', 'planned', 'over']),
  /** How many addresses would get it as things stand now. */
  recipients: z.int(),
});

export const remindersResponse = z.strictObject({
  ...rules,
  daysAfterOpening: z.array(z.int()),
  daysBeforeDeadline: z.array(z.int()),
  weekdays: z.array(z.int()),
  revision: z.int(),
  timeZone: z.string(),
  /** True for a draft: the dates are those of a wave that opens today. */
  assumed: z.boolean(),
  /** In mode several nobody's lead hears of anything. */
  escalates: z.boolean(),
  steps: z.array(reminderStep),
});

const escalationMail = z.strictObject({
  kind: z.enum(['lead', 'division']),
  name: z.string(),
  email: z.string(),
  officeName: z.string(),
  offices: z.array(z.strictObject({ officeId: id, code: z.string(), name: z.string() })),
});

export const escalationResponse = z.strictObject({
  stopped: z.boolean(),
  /** Offices without a submission, spared or not. */
  missing: z.array(z.strictObject({ officeId: id, code: z.string(), name: z.string(), spared: z.boolean() })),
  /** Who would get a mail as things stand now. */
  mails: z.array(escalationMail),
});

/** Without an office: for the whole wave. */
export const stopEscalationRequest = z.strictObject({ office: id.nullable(), stopped: z.boolean() });

/** `again`: also when the person got a mail today. */
export const remindRequest = z.strictObject({ again: z.boolean() });
export const remindResponse = z.strictObject({ to: z.string() });

export type ChangeRemindersRequest = z.output<typeof changeRemindersRequest>;
export type ReminderStep = z.output<typeof reminderStep>;
export type RemindersResponse = z.output<typeof remindersResponse>;
export type EscalationResponse = z.output<typeof escalationResponse>;
export type RemindResponse = z.output<typeof remindResponse>;

export const remindersOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/waves/{id}/reminders',
    summary: 'When a wave reminds, and whom',
    access: 'officer',
    response: remindersResponse,
    status: 200,
  },
  {
    method: 'put',
    path: '/api/waves/{id}/reminders',
    summary: 'Change when a wave reminds',
    access: 'officer',
    request: changeRemindersRequest,
    response: remindersResponse,
    status: 200,
  },
  {
    method: 'get',
    path: '/api/waves/{id}/reminders/escalation',
    summary: 'Whose leads would hear of missing answers',
    access: 'officer',
    response: escalationResponse,
    status: 200,
  },
  {
    method: 'put',
    path: '/api/waves/{id}/reminders/escalation',
    summary: 'Spare an office or stop for the whole wave, or go on',
    access: 'officer',
    request: stopEscalationRequest,
    response: escalationResponse,
    status: 200,
  },
  {
    method: 'post',
    path: '/api/invitations/{id}/remind',
    summary: 'Remind one person now',
    access: 'officer',
    request: remindRequest,
    response: remindResponse,
    status: 202,
  },
];
