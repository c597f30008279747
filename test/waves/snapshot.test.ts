import { describe, expect, it } from 'vitest';
import type { Office } from '../../server/offices/office.ts';
import { returnCountsOf } from '../../server/waves/return-counts.ts';
import { snapshotOf } from '../../server/waves/wave-snapshot.ts';

const office = (id: string, parentId: string | null, emails: readonly string[] = []): Office => ({
  id,
  code: id,
  name: `Amt ${id}`,
  parentId,
  headcount: null,
  fields: [],
  contacts: emails.map((email, n) => ({ id: `${id}-c${n}`, name: 'Erika', email, role: 'lead' })),
  revision: 0,
});

const city = [
  office('root', null),
  office('dez1', 'root', ['dez@stadt.de']),
  office('a10', 'dez1', ['a@stadt.de', 'b@stadt.de']),
  office('a20', 'dez1'),
  office('dez2', 'root'),
  office('a30', 'dez2', ['c@stadt.de']),
];

describe('what a wave keeps when it opens', () => {
  it('is who was picked, in the picked order, with the contacts and every node above, once', () => {
    const { offices, contacts, divisions } = snapshotOf(['a20', 'a10'], city);
    expect(offices.map(({ officeId }) => officeId)).toEqual(['a20', 'a10']);
    expect(contacts.map(({ email }) => email)).toEqual(['a@stadt.de', 'b@stadt.de']);
    expect(divisions.map(({ officeId }) => officeId).sort()).toEqual(['dez1', 'root']);
  });

  it('keeps a division both as asked office and as node above when it was picked', () => {
    const { offices, divisions } = snapshotOf(['dez1', 'a10'], city);
    expect(offices.map(({ officeId }) => officeId)).toEqual(['dez1', 'a10']);
    expect(divisions.map(({ officeId }) => officeId).sort()).toEqual(['dez1', 'root']);
  });
});

describe('the return of a wave', () => {
  it('counts mails and looks by invitation, answers by office', () => {
    const seenAt = new Date(0);
    const counts = returnCountsOf({
      offices: 3,
      anonymous: false,
      invitations: [
        { id: 'i1', submitted: false, seenAt },
        { id: 'i2', submitted: false, seenAt: null },
        { id: 'i3', submitted: false, seenAt },
      ],
      mails: new Map([
        ['i1', { state: 'sent' as const }],
        ['i2', { state: 'refused' as const }],
        ['i3', { state: 'retrying' as const }],
      ]),
      responses: new Map([
        ['a10', { state: 'submitted' as const }],
        ['a20', { state: 'draft' as const }],
      ]),
    });
    expect(counts).toEqual({
      offices: 3,
      invitations: 3,
      sent: 1,
      refused: 1,
      seen: 2,
      started: 2,
      submitted: 1,
    });
  });
});
