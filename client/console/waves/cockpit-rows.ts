import type { InvitationRow } from '../../../server/invitations/invitations.wire.ts';

/** How far an office is, furthest first; `trouble`: no mail arrives and nobody has begun. */
export type OfficeProgress = 'submitted' | 'started' | 'seen' | 'trouble' | 'sent' | 'owed' | 'revoked';

/** One office of the cockpit with all its invitations. */
export interface CockpitRow {
  readonly officeId: string;
  readonly code: string;
  readonly name: string;
  readonly progress: OfficeProgress;
  /** Share 0–1 answered. */
  readonly answered: number;
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

function rowOf(first: InvitationRow, rows: readonly InvitationRow[]): CockpitRow {
  return {
    officeId: first.officeId,
    code: first.officeCode,
    name: first.officeName,
    progress: progressOf(rows),
    answered: Math.max(...rows.map((row) => row.response.answered)),
    lastAt: lastMoment(rows),
    refused: rows.filter((row) => row.mail.state === 'refused' && row.revokedAt === null),
    invitations: rows,
  };
}

/** One row per office, in the order the offices first appear. */
export function cockpitRows(invitations: readonly InvitationRow[]): readonly CockpitRow[] {
  const byOffice = new Map<string, InvitationRow[]>();
  for (const row of invitations) byOffice.set(row.officeId, [...(byOffice.get(row.officeId) ?? []), row]);
  return [...byOffice.values()].flatMap((rows) => rows.slice(0, 1).map((first) => rowOf(first, rows)));
}

const tests: Readonly<Record<CockpitFilter, (row: CockpitRow) => boolean>> = {
  alle: () => true,
  offen: (row) => row.progress !== 'submitted',
  ungesehen: (row) => ['owed', 'sent', 'trouble', 'revoked'].includes(row.progress),
  unzustellbar: (row) => row.refused.length > 0,
  abgesendet: (row) => row.progress === 'submitted',
};

export const cockpitFilters = ['alle', 'offen', 'ungesehen', 'unzustellbar', 'abgesendet'] as const;

export function readFilter(text: string): CockpitFilter {
  return cockpitFilters.find((filter) => filter === text) ?? 'alle';
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
