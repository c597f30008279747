import { describe, expect, it } from 'vitest';
import { type CheckInput, checkWave } from '../../server/waves/wave-checks.ts';

const input = (over: Partial<CheckInput> = {}): CheckInput => ({
  wave: {
    id: 'w1',
    title: 'Erhebung',
    questionnaire: { id: 'kommunal-digital', version: 1 },
    mode: 'official',
    several: null,
    targets: {},
    language: 'de',
    deadline: '2026-10-16',
    createdAt: new Date(0),
    revision: 0,
    state: 'draft',
    officeIds: ['o1'],
  },
  offices: [
    {
      id: 'o1',
      code: '10',
      name: 'Hauptamt',
      parentId: null,
      headcount: null,
      fields: [],
      contacts: [{ id: 'c1', name: 'Erika', email: 'e@stadt.de', role: 'lead' }],
      revision: 1,
    },
  ],
  questionnaireKnown: true,
  mailTransport: 'smtp',
  city: 'Musterstadt',
  contact: { name: 'Ada', email: 'ada@stadt.de' },
  now: new Date('2026-09-14T08:00:00Z'),
  timeZone: 'Europe/Berlin',
  ...over,
});

const errors = (over: Partial<CheckInput>) =>
  checkWave(input(over))
    .filter(({ severity }) => severity === 'error')
    .map(({ kind }) => kind);

describe('the check list before opening', () => {
  it('finds nothing wrong with a wave that can be opened', () => {
    expect(checkWave(input()).every(({ severity }) => severity === 'ok')).toBe(true);
  });

  it('asks for the city and the contact person, who stand in every message', () => {
    expect(errors({ city: '' })).toEqual(['contact-person']);
    expect(errors({ contact: { name: '', email: '' } })).toEqual(['contact-person']);
  });

  it('notices offices and a questionnaire that are gone since the draft was made', () => {
    expect(errors({ offices: [] })).toEqual(['removed-offices']);
    expect(errors({ questionnaireKnown: false })).toEqual(['questionnaire']);
  });

  it('lets a wave open until the end of its last day in the city, not after it', () => {
    expect(errors({ now: new Date('2026-10-16T21:59:00Z') })).toEqual([]);
    expect(errors({ now: new Date('2026-10-16T22:00:00Z') })).toEqual(['deadline']);
  });

  it('writes the deadline as people write dates', () => {
    const past = checkWave(input({ now: new Date('2026-10-17T08:00:00Z') }));
    expect(past.find(({ kind }) => kind === 'deadline')?.detail).toEqual({
      de: 'Die Frist 16.10.2026 liegt in der Vergangenheit.',
      en: 'The deadline 16 Oct 2026 lies in the past.',
    });
  });

  it('warns of an anonymous wave whose links would lie in a folder of the officer', () => {
    const { wave } = input();
    const kinds = (anonymous: boolean, mailTransport: 'smtp' | 'folder') =>
      checkWave(
        input({
          wave: { ...wave, mode: 'several', several: { anonymous, minGroup: 5, consent: null } },
          mailTransport,
        }),
      ).flatMap(({ kind, severity }) => (severity === 'warning' ? [kind] : []));
    expect(kinds(true, 'folder')).toContain('links-in-folder');
    expect(kinds(true, 'smtp')).not.toContain('links-in-folder');
    expect(kinds(false, 'folder')).not.toContain('links-in-folder');
  });

  it('says everything in both languages', () => {
    for (const { detail } of checkWave(input({ city: '', mailTransport: 'folder', offices: [] }))) {
      expect(detail.de).toMatch(/\.$/);
      expect(detail.en).toMatch(/\.$/);
    }
  });
});
