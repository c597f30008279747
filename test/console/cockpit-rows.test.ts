import { describe, expect, it } from 'vitest';
import {
  anonymousFilters,
  cockpitRows,
  countOf,
  filteredRows,
  progressOrder,
  readFilter,
} from '../../client/console/waves/cockpit-rows.ts';
import type { InvitationRow } from '../../server/invitations/invitations.wire.ts';

function invitation(officeCode: string, facts: Partial<InvitationRow>): InvitationRow {
  return {
    id: `${officeCode}-${facts.name ?? 'a'}`,
    officeId: officeCode,
    officeCode,
    officeName: `Amt ${officeCode}`,
    name: 'a',
    email: 'a@stadt.example',
    role: 'lead',
    mail: { state: 'sent', at: '2026-10-01T08:00:00.000Z', error: null },
    revokedAt: null,
    seenAt: null,
    response: { state: 'none', answered: 0, at: null },
    ...facts,
  };
}

const refused = { state: 'refused', at: '2026-10-01T08:00:00.000Z', error: '550' } as const;

describe('The return of a wave', () => {
  it('has one row per office, as far as the furthest of its people', () => {
    const rows = cockpitRows([
      invitation('40', { name: 'Toni' }),
      invitation('40', { name: 'Kim', seenAt: '2026-10-02T08:00:00.000Z' }),
    ]);
    expect(rows.map((row) => [row.code, row.progress, row.lastAt])).toEqual([
      ['40', 'seen', '2026-10-02T08:00:00.000Z'],
    ]);
  });

  it('speaks of trouble only when no mail of an office arrives', () => {
    const [one] = cockpitRows([invitation('40', { mail: refused })]);
    const [two] = cockpitRows([invitation('40', { mail: refused }), invitation('40', { name: 'Kim' })]);
    expect(one?.progress).toBe('trouble');
    expect(two?.progress).toBe('sent');
    expect(two?.refused.length).toBe(1);
  });

  it('filters and searches offices and people', () => {
    const rows = cockpitRows([
      invitation('40', { response: { state: 'submitted', answered: 1, at: '2026-10-03T08:00:00.000Z' } }),
      invitation('41', { name: 'Kim Busch' }),
    ]);
    expect(countOf(rows, 'offen')).toBe(1);
    expect(filteredRows(rows, { filter: 'alle', search: 'busch' }).map((row) => row.code)).toEqual(['41']);
    expect(filteredRows(rows, { filter: 'abgesendet', search: '' }).map((row) => row.code)).toEqual(['40']);
  });

  it('orders by how far an office is, then by how much is answered', () => {
    const rows = cockpitRows([
      invitation('1', { response: { state: 'draft', answered: 0.8, at: null } }),
      invitation('2', { response: { state: 'draft', answered: 0.2, at: null } }),
      invitation('3', {}),
    ]);
    const ordered = rows.toSorted((a, b) => progressOrder(a) - progressOrder(b));
    expect(ordered.map((row) => row.code)).toEqual(['3', '2', '1']);
  });

  it('counts people where many of an office answer', () => {
    const sent = { state: 'submitted', answered: 1, at: null } as const;
    const over = '2026-10-02T08:00:00.000Z';
    const [row] = cockpitRows(
      [
        invitation('40', { name: 'a', response: sent }),
        invitation('40', { name: 'b' }),
        invitation('40', { name: 'c', revokedAt: over }),
      ],
      'several',
    );
    expect(row).toMatchObject({ progress: 'started', people: 2, submitted: 1, answered: 0.5 });
    const [done] = cockpitRows([invitation('40', { response: sent })], 'several');
    expect(done?.progress).toBe('submitted');
  });

  it('has no filter for the unseen where nobody knows who has seen the mail', () => {
    expect(readFilter('ungesehen', anonymousFilters)).toBe('alle');
    expect(readFilter('ungesehen')).toBe('ungesehen');
  });
});
