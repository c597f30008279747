import { describe, expect, it } from 'vitest';
import { nextSteps, type WaveReturn } from '../../server/overview/next-steps.ts';
import { startedWave as wave } from '../builders/started-wave.ts';

const found = (more: Partial<WaveReturn>): WaveReturn => ({
  wave,
  missing: [],
  submitted: 0,
  refusedMails: 0,
  daysLeft: 10,
  ...more,
});

describe('what to do next', () => {
  it('begins with mails that did not arrive', () => {
    const [first] = nextSteps([found({ refusedMails: 1, missing: ['10 Hauptamt'] })], []);
    expect(first).toMatchObject({
      kind: 'mailTrouble',
      detail: { de: 'Eine Nachricht konnte nicht zugestellt werden', en: 'One mail could not be delivered' },
      href: '/erhebungen/w1/nachrichten',
    });
    const [more] = nextSteps([found({ refusedMails: 12 })], []);
    expect(more?.detail.de).toBe('12 Nachrichten konnten nicht zugestellt werden');
  });

  it('names at most three offices that are late', () => {
    const missing = ['10 A', '20 B', '30 C', '40 D', '50 E'];
    const [first] = nextSteps([found({ missing, daysLeft: 0 })], []);
    expect(first).toMatchObject({
      kind: 'closeSoon',
      label: { de: 'Frist endet heute', en: 'Deadline today' },
      detail: { de: 'Noch nicht abgesendet: 10 A, 20 B, 30 C und 2 weitere' },
    });
    const closed = found({ wave: { ...wave, state: 'closed' }, missing: ['37 Feuerwehr'] });
    expect(nextSteps([closed], [])[0]).toMatchObject({
      kind: 'missingOffices',
      label: { de: '1 Amt fehlt', en: '1 office missing' },
      detail: { de: '37 Feuerwehr hat nicht abgesendet' },
    });
  });

  it('does not hurry anybody when all have submitted', () => {
    const kinds = nextSteps([found({ submitted: 3, daysLeft: 1 })], []).map(({ kind }) => kind);
    expect(kinds).toEqual(['waiting', 'seeResults']);
  });
});
