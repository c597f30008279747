import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { holidayOn } from '../../server/reminders/holidays.ts';
import { dateAfter, instantAt, localHourOf } from '../../server/reminders/local-time.ts';
import { dayOff, dueSteps, maySendAt, planReminders } from '../../server/reminders/plan-reminders.ts';
import { regions } from '../../server/reminders/regions.ts';
import { defaultRules, type ReminderRules } from '../../server/reminders/reminder-plan.ts';
import { localDateOf } from '../../server/waves/deadline.ts';

const timeZone = 'Europe/Berlin';
const rules = defaultRules('NW');
const planned = (over: { openedOn?: string; deadline?: string; rules?: Partial<ReminderRules> } = {}) =>
  planReminders({
    openedOn: over.openedOn ?? '2026-09-14',
    deadline: over.deadline ?? '2026-10-16',
    rules: { ...rules, ...over.rules },
    timeZone,
  });

describe('when a wave reminds', () => {
  it('reminds a week after opening, a week before the deadline and two days before, at eight', () => {
    expect(planned().map(({ sentOn, dueAt }) => [sentOn, dueAt.toISOString()])).toEqual([
      ['2026-09-21', '2026-09-21T06:00:00.000Z'],
      ['2026-10-09', '2026-10-09T06:00:00.000Z'],
      ['2026-10-14', '2026-10-14T06:00:00.000Z'],
    ]);
  });

  it('moves a step on a weekend to Monday and names a holiday that moves one', () => {
    const [first] = planned({ openedOn: '2026-09-26', rules: { daysBeforeDeadline: [] } });
    expect(first).toMatchObject({ wantedOn: '2026-10-03', sentOn: '2026-10-05' });
    expect(first?.moved).toEqual({
      kind: 'holiday',
      name: { de: 'Tag der Deutschen Einheit', en: 'German Unity Day' },
    });
    const [corpusChristi] = planned({ openedOn: '2026-05-28', deadline: '2026-06-30' });
    expect(corpusChristi).toMatchObject({ wantedOn: '2026-06-04', sentOn: '2026-06-05' });
    const [inBerlin] = planned({ openedOn: '2026-05-28', deadline: '2026-06-30', rules: { holidays: 'BE' } });
    expect(inBerlin).toMatchObject({ sentOn: '2026-06-04', moved: null });
  });

  it('brings a step forward that would otherwise come after the deadline', () => {
    const steps = planned({
      deadline: '2026-10-18',
      rules: { daysAfterOpening: [], daysBeforeDeadline: [1] },
    });
    expect(steps).toMatchObject([{ wantedOn: '2026-10-17', sentOn: '2026-10-16' }]);
  });

  it('makes one of two steps that fall on one day', () => {
    const steps = planned({ rules: { daysAfterOpening: [4, 5, 6, 7], daysBeforeDeadline: [] } });
    expect(steps.map(({ sentOn }) => sentOn)).toEqual(['2026-09-18', '2026-09-21']);
  });

  it('keeps local hours in the nights when the clocks change', () => {
    const hourOf = (date: string, hour: number) => localHourOf(instantAt(date, hour, timeZone), timeZone);
    for (const date of ['2026-03-29', '2026-10-25']) {
      for (const hour of [0, 1, 3, 8, 17, 23]) expect(hourOf(date, hour)).toBe(hour);
    }
    expect(hourOf('2026-03-29', 2)).toBe(3);
    expect(instantAt('2026-10-25', 2, timeZone).toISOString()).toBe('2026-10-25T00:00:00.000Z');
    expect(instantAt('2026-10-26', 8, timeZone).toISOString()).toBe('2026-10-26T07:00:00.000Z');
  });

  it('makes several missed steps one, in the next hour that sends', () => {
    const steps = planned();
    const due = (now: string, since = '2026-09-14T08:00:00Z') =>
      dueSteps(steps, { rules, since: new Date(since), now: new Date(now), timeZone }).map(
        ({ sentOn }) => sentOn,
      );
    expect(due('2026-10-09T05:59:59Z')).toEqual([]);
    expect(due('2026-10-09T06:00:00Z')).toEqual(['2026-10-09']);
    expect(due('2026-10-10T12:00:00Z')).toEqual([]);
    expect(due('2026-10-12T06:00:00Z')).toEqual(['2026-10-09']);
    expect(due('2026-10-14T16:00:00Z')).toEqual([]);
    expect(due('2026-10-12T06:00:00Z', '2026-10-09T07:00:00Z')).toEqual([]);
  });

  it('knows the holidays of all sixteen states, whatever the time zone of the process', () => {
    expect(regions).toHaveLength(17);
    for (const region of regions)
      expect(holidayOn(region, '2026-10-03')?.de).toBe('Tag der Deutschen Einheit');
    expect(holidayOn('BY', '2026-11-01')?.de).toBe('Allerheiligen');
    expect(holidayOn('SN', '2026-11-18')?.en).toBe('Day of Repentance');
    expect(holidayOn('BUND', '2026-11-01')).toBeNull();
    expect(readConfig({ PEGEL_HOLIDAYS: 'DE-TH' }).holidays).toBe('TH');
    expect(readConfig({}).holidays).toBe('BUND');
    expect(() => readConfig({ PEGEL_HOLIDAYS: 'Bayern' })).toThrow('PEGEL_HOLIDAYS');
  });
});

const days = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 5 });
const anyRules = fc.record({
  daysAfterOpening: days,
  daysBeforeDeadline: days,
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
  fromHour: fc.integer({ min: 0, max: 22 }),
  toHour: fc.constant(23),
  holidays: fc.constantFrom(...regions),
  leadDaysBefore: fc.option(fc.integer({ min: 0, max: 20 })),
  divisionDaysBefore: fc.option(fc.integer({ min: 0, max: 20 })),
});
const anyDate = fc.integer({ min: 0, max: 1500 }).map((after) => dateAfter('2026-01-01', after));
const anyZone = fc.constantFrom('Europe/Berlin', 'America/Sao_Paulo', 'Pacific/Auckland', 'UTC');

describe('every plan', () => {
  it('sends on allowed days at an allowed hour, after the opening, not after the deadline, once a day', () => {
    fc.assert(
      fc.property(
        anyRules,
        anyDate,
        fc.integer({ min: 1, max: 90 }),
        anyZone,
        (any, openedOn, length, zone) => {
          const deadline = dateAfter(openedOn, length);
          const steps = planReminders({ openedOn, deadline, rules: any, timeZone: zone });
          for (const { sentOn, dueAt, moved, wantedOn } of steps) {
            expect(dayOff(any, sentOn)).toBeNull();
            expect(maySendAt(any, dueAt, zone)).toBe(true);
            expect(localDateOf(dueAt, zone)).toBe(sentOn);
            expect(sentOn > openedOn && sentOn <= deadline).toBe(true);
            expect(moved === null).toBe(sentOn === wantedOn);
          }
          const reminders = steps.filter(({ kind }) => kind === 'reminder').map(({ sentOn }) => sentOn);
          expect(new Set(reminders).size).toBe(reminders.length);
        },
      ),
      { numRuns: 150 },
    );
  });
});
