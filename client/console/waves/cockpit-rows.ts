import type { InvitationRow } from '../../../server/invitations/invitations.wire.ts';
import type { WaveResponse } from '../../../server/waves/waves.wire.ts';

export type WaveMode = WaveResponse['mode'];

/** How far an office is, furthest first; `trouble`: no mail arrives and nobody has begun. */
export type OfficeProgress = 'submitted' | 'started' | 'seen' | 'trouble' | 'sent' | 'owed' | 'revoked';

/** One office of the cockpit with all its invitations. */
export interface CockpitRow {
  readonly officeId: string;
  readonly code: string;
  readonly name: string;
  readonly progress: OfficeProgress;
  /** Share 0–1: of the questions, in mode several of the people. */
  readonly answered: number;
  /** People with a valid link or a submission, and those of them who have submitted. */
  readonly people: number;
  readonly submitted: number;
  /** The newest moment anything happened; null: nothing yet. */
  readonly lastAt: string | null;
  /** Contacts whose mail was refused. */
  readonly refused: readonly InvitationRow[];
  readonly invitations: readonly InvitationRow[];
}

export type CockpitFilter = 'alle' | 'offen' | 'ungesehen' | 'unzustellbar' | 'abgesendet';

function progressOf(rows: readonly InvitationRow[]): OfficeProgress {
  if (rows.some((row) => row.response.state === 'submitted')) return 'submitted';
  if (rows.some((row) => row.response.state === 'draft')) return 'started';
  const valid = rows.filter((row) => row.revokedAt === null);
  if (valid.length === 0) return 'revoked';
  if (valid.some((row) => row.seenAt !== null)) return 'seen';
  if (valid.every((row) => row.mail.state === 'refused')) return 'trouble';
  return valid.some((row) => row.mail.state === 'sent') ? 'sent' : 'owed';
}

function lastMoment(rows: readonly InvitationRow[]): string | null {
  const moments = rows.flatMap((row) => [row.mail.at, row.seenAt, row.response.at, row.revokedAt]);
  return moments.reduce<string | null>(
    (last, at) => (at !== null && (last === null || at > last) ? at : last),
    null,
  );
}

/** Where many people answer, an office has submitted once everybody has. */
function progressOfMany(rows: readonly InvitationRow[], asked: readonly InvitationRow[]): OfficeProgress {
  const submitted = asked.filter((row) => row.response.state === 'submitted').length;
  if (submitted === 0) return progressOf(rows);
  return submitted === asked.length ? 'submitted' : 'started';
}

function rowOf(first: InvitationRow, rows: readonly InvitationRow[], mode: WaveMode): CockpitRow {
  const asked = rows.filter((row) => row.revokedAt === null || row.response.state === 'submitted');
  const submitted = asked.filter((row) => row.response.state === 'submitted').length;
  const share = asked.length === 0 ? 0 : submitted / asked.length;
  return {
    officeId: first.officeId,
    code: first.officeCode,
    name: first.officeName,
    progress: mode === 'several' ? progressOfMany(rows, asked) : progressOf(rows),
    answered: mode === 'several' ? share : Math.max(...rows.map((row) => row.response.answered)),
    people: asked.length,
    submitted,
    lastAt: lastMoment(rows),
    refused: rows.filter((row) => row.mail.state === 'refused' && row.revokedAt === null),
    invitations: rows,
  };
}

/** One row per office, in the order the offices first appear. */
export function cockpitRows(
  invitations: readonly InvitationRow[],
  mode: WaveMode = 'official',
): readonly CockpitRow[] {
  const byOffice = new Map<string, InvitationRow[]>();
  for (const row of invitations) byOffice.set(row.officeId, [...(byOffice.get(row.officeId) ?? []), row]);
  return [...byOffice.values()].flatMap((rows) => rows.slice(0, 1).map((first) => rowOf(first, rows, mode)));
}

const tests: Readonly<Record<CockpitFilter, (row: CockpitRow) => boolean>> = {
  alle: () => true,
  offen: (row) => row.progress !== 'submitted',
  ungesehen: (row) => ['owed', 'sent', 'trouble', 'revoked'].includes(row.progress),
  unzustellbar: (row) => row.refused.length > 0,
  abgesendet: (row) => row.progress === 'submitted',
};

export const cockpitFilters = ['alle', 'offen', 'ungesehen', 'unzustellbar', 'abgesendet'] as const;

/** In an anonymous wave nobody knows who has seen the mail. */
export const anonymousFilters = cockpitFilters.filter((filter) => filter !== 'ungesehen');

export function readFilter(text: string, filters: readonly CockpitFilter[] = cockpitFilters): CockpitFilter {
  return filters.find((filter) => filter === text) ?? 'alle';
}

/** Rows of a filter whose office or one of whose people contains the searched text. */
export function filteredRows(
  rows: readonly CockpitRow[],
  wanted: { filter: CockpitFilter; search: string },
): readonly CockpitRow[] {
  const needle = wanted.search.trim().toLocaleLowerCase();
  return rows.filter((row) => {
    const people = row.invitations.flatMap((one) => [one.name, one.email]);
    const text = [row.code, row.name, ...people].join(' ').toLocaleLowerCase();
    return tests[wanted.filter](row) && text.includes(needle);
  });
}

export function countOf(rows: readonly CockpitRow[], filter: CockpitFilter): number {
  return rows.filter(tests[filter]).length;
}

const steps: readonly OfficeProgress[] = [
  'revoked',
  'trouble',
  'owed',
  'sent',
  'seen',
  'started',
  'submitted',
];

/** Order of the state column: how far an office is, then how much it has answered. */
export function progressOrder(row: CockpitRow): number {
  return steps.indexOf(row.progress) + row.answered / 2;
}
