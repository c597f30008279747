import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersEnd, daysLeft, deadlineEnd, localDateOf, waveIsOpenAt } from '../../server/waves/deadline.ts';
import type { StartedWave } from '../../server/waves/wave.ts';

const wave = (over: Partial<StartedWave>): StartedWave => ({
  id: 'w1',
  title: 'Erhebung',
  questionnaire: { id: 'kommunal-digital', version: 1 },
  mode: 'official',
  several: null,
  targets: {},
  rules: '2026.1',
  language: 'de',
  deadline: '2026-10-16',
  createdAt: new Date(0),
  revision: 1,
  state: 'open',
  openedAt: new Date(0),
  closedAt: null,
  offices: [],
  contacts: [],
  divisions: [],
  ...over,
});

describe('the end of a deadline', () => {
  it.each([
    ['2026-10-16', 'Europe/Berlin', '2026-10-16T22:00:00.000Z'],
    ['2026-01-31', 'Europe/Berlin', '2026-01-31T23:00:00.000Z'],
    ['2026-03-28', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-29', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['2026-10-24', 'Europe/Berlin', '2026-10-24T22:00:00.000Z'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
    ['2026-12-31', 'UTC', '2027-01-01T00:00:00.000Z'],
    ['2026-02-28', 'Pacific/Kiritimati', '2026-02-28T10:00:00.000Z'],
    ['2024-02-29', 'America/New_York', '2024-03-01T05:00:00.000Z'],
    ['2026-04-23', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
    ['2026-10-29', 'Africa/Cairo', '2026-10-29T22:00:00.000Z'],
  ])('of %s in %s is %s', (deadline, timeZone, end) => {
    expect(deadlineEnd(deadline, timeZone).toISOString()).toBe(end);
  });

  it('is where the local date changes, on every day of every zone', () => {
    const day = fc.integer({ min: 0, max: 40 * 365 }).map((n) => new Date(Date.UTC(2015, 0, 1 + n)));
    const zone = fc.constantFrom(
      ...['Europe/Berlin', 'Africa/Cairo', 'America/Havana', 'Asia/Kathmandu', 'Australia/Lord_Howe'],
      ...['America/St_Johns', 'America/Santiago', 'Pacific/Chatham', 'Asia/Beirut', 'UTC'],
    );
    fc.assert(
      fc.property(day, zone, (date, timeZone) => {
        const deadline = date.toISOString().slice(0, 10);
        const end = deadlineEnd(deadline, timeZone);
        expect(localDateOf(end, timeZone) > deadline).toBe(true);
        expect(localDateOf(new Date(end.getTime() - 1), timeZone)).toBe(deadline);
      }),
      { numRuns: 500 },
    );
  });
});

describe('taking answers', () => {
  const at = (iso: string) => waveIsOpenAt(wave({}), new Date(iso), 'Europe/Berlin');

  it('goes on for 15 minutes after the deadline, for saves a page had queued', () => {
    expect(at('2026-10-16T21:59:59Z')).toBe(true);
    expect(at('2026-10-16T22:14:59Z')).toBe(true);
    expect(at('2026-10-16T22:15:00Z')).toBe(false);
    expect(answersEnd('2026-10-16', 'Europe/Berlin').toISOString()).toBe('2026-10-16T22:15:00.000Z');
  });

  it('ends when the wave is closed by hand', () => {
    expect(waveIsOpenAt(wave({ state: 'closed' }), new Date('2026-10-01T10:00:00Z'), 'Europe/Berlin')).toBe(
      false,
    );
  });
});

describe('the days that are left', () => {
  it('are calendar days of the city, whatever the hour and the changing of clocks', () => {
    const left = (now: string) => daysLeft('2026-10-26', new Date(now), 'Europe/Berlin');
    expect(left('2026-10-24T21:59:00Z')).toBe(2);
    expect(left('2026-10-24T22:01:00Z')).toBe(1);
    expect(left('2026-10-26T20:00:00Z')).toBe(0);
    expect(left('2026-10-28T08:00:00Z')).toBe(-2);
  });
});
