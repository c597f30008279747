import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { radarChart } from '../../reports/charts/radar-chart.ts';
import { extremesOf } from '../../reports/findings/extremes.ts';
import { howDimension } from '../../reports/findings/how-dimension.ts';
import { type OfficeFacts, officeFinding } from '../../reports/findings/office-finding.ts';
import { overviewFinding } from '../../reports/findings/overview-finding.ts';
import { type ResultsFacts, resultsFinding } from '../../reports/findings/results-finding.ts';

const both = (name: string) => ({ de: name, en: name });
const levels = [0, 12.5, 37.5, 62.5, 87.5].map((from, at) => ({
  from,
  name: both(['analog', 'begonnen', 'teilweise', 'überwiegend', 'durchgängig'][at] ?? ''),
}));
const nearest = (score: number) => Math.floor(score / 25 + 0.5);

describe('the overview says where the city stands', () => {
  const facts = {
    city: 'Musterstadt',
    index: 49.7,
    levels,
    dimensions: [
      { id: 'd1', title: both('Strategie'), score: 51.1 },
      { id: 'd5', title: both('Daten'), score: 33.9 },
      { id: 'd6', title: both('Technik, Sicherheit'), score: 67.8 },
      { id: 'd9', title: both('Beteiligung'), score: null },
    ],
    offices: 24,
    answered: 22,
    open: false,
  };

  it('with index and level in both languages', () => {
    const { heading, lead } = overviewFinding(facts);
    expect(heading.de).toBe('Musterstadt steht bei 49,7 von 100: teilweise digital');
    expect(heading.en).toBe('Musterstadt stands at 49.7 of 100: partly digital');
    expect(lead.de).toBe(
      'Am weitesten ist Technik, Sicherheit (67,8), am meisten fehlt bei Daten (33,9). Mittel aus 22 von 24 Ämtern.',
    );
  });

  it('and calls the mean a mean so far while answers are still coming', () => {
    expect(overviewFinding({ ...facts, open: true }).lead.de).toContain(
      'Bisheriges Mittel aus 22 von 24 Ämtern.',
    );
  });

  it('and makes up no value before the first office has submitted', () => {
    const { heading, lead } = overviewFinding({ ...facts, index: null, answered: 0 });
    expect(heading.de).toBe('Noch hat kein Amt abgesendet');
    expect(lead.en).toContain('Offices asked: 24.');
  });
});

describe('the results say what stands out', () => {
  const spread = (title: string, scores: readonly number[]) => ({
    title: both(title),
    mean: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
    levels: scores.map(nearest),
  });
  const facts: ResultsFacts = {
    dimensions: [spread('Technik', [70, 80, 60]), spread('Daten', [10, 20, 60]), spread('Wirtschaft', [])],
    levels,
    offices: [],
    asked: 5,
    answered: 4,
    open: true,
  };

  it('naming how many of the offices with a value are at the start', () => {
    const { heading, lead } = resultsFinding(facts);
    expect(heading.de).toBe('Bei Daten stehen 2 von 3 Ämtern noch am Anfang');
    expect(lead.de).toBe(
      'Am weitesten ist Technik (70,0), am niedrigsten liegt Daten (30,0). 1 von 5 Ämtern hat noch nicht abgesendet.',
    );
  });

  it('and falls back to the mean when few offices are at the start', () => {
    const high = { ...facts, dimensions: [spread('Technik', [90, 90]), spread('Daten', [70, 60])] };
    expect(resultsFinding(high).heading.de).toBe('Am meisten fehlt bei Daten (65,0)');
  });

  it('and compares offices by name only from six on', () => {
    const offices = ['A', 'B', 'C', 'D', 'E', 'F'].map((name, at) => ({ name, index: 90 - at * 10 }));
    expect(resultsFinding({ ...facts, offices }).lead.de).toContain(
      'Die höchsten Werte: A und B. Die niedrigsten: E und F.',
    );
    expect(resultsFinding({ ...facts, offices: offices.slice(1) }).lead.de).not.toContain('höchsten');
  });

  it('and never counts more offices at the start than have a value', () => {
    const scores = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.array(scores, { minLength: 1, maxLength: 9 }), (all) => {
        const dimensions = all.map((one, at) => spread(`D${at}`, one));
        const { heading } = resultsFinding({ ...facts, dimensions });
        const said = /^Bei (D\d+) stehen (\d+) von (\d+)/.exec(heading.de);
        if (said === null) return;
        const found = all[Number(said[1]?.slice(1))] ?? [];
        expect(Number(said[3])).toBe(found.length);
        expect(Number(said[2])).toBe(found.filter((score) => score < 37.5).length);
      }),
    );
  });
});

describe('the office page says how the office stands', () => {
  const dimension = (title: string, score: number | null, dontKnow = 0) => ({
    id: title,
    title: both(title),
    score,
    status: score === null ? ('insufficient' as const) : ('scored' as const),
    applicable: 5,
    dontKnow,
  });
  const facts: OfficeFacts = {
    name: 'Schule und Sport',
    submitted: true,
    index: 48.125,
    dimensions: [
      dimension('Technik, Sicherheit', 70),
      dimension('Online-Dienste', 65),
      dimension('Daten', 16.7, 2),
      dimension('Beteiligung', null),
    ],
    city: 49.7,
    answered: 22,
    open: false,
  };

  it('against the city, with what is strong, open and unknown', () => {
    const { heading, lead } = officeFinding(facts);
    expect(heading.de).toBe('Schule und Sport: 48,1 von 100, etwas unter der Stadt');
    expect(lead.de).toBe(
      'Am weitesten: Technik, Sicherheit (70,0) und Online-Dienste (65,0). Am meisten fehlt bei Daten (16,7). ' +
        'Daten: Zwei von fünf Fragen sind mit „weiß nicht“ beantwortet. Zu wenig Angaben: Beteiligung.',
    );
  });

  it.each([
    [49.74, ', wie das Mittel der Stadt'],
    [54.6, ', etwas über der Stadt'],
    [54.7, ', über der Stadt'],
    [34.7, ', deutlich unter der Stadt'],
  ])('%d is said as "%s"', (index, said) => {
    expect(officeFinding({ ...facts, index }).heading.de.endsWith(said)).toBe(true);
  });

  it('without comparing an office with itself', () => {
    expect(officeFinding({ ...facts, answered: 1 }).heading.de).toBe('Schule und Sport: 48,1 von 100');
  });

  it('without a number when there is none', () => {
    expect(officeFinding({ ...facts, index: null }).heading.de).toBe(
      'Schule und Sport: zu wenig Angaben für einen Punktwert',
    );
    expect(officeFinding({ ...facts, submitted: false, open: true }).heading.en).toBe(
      'Schule und Sport has not submitted yet',
    );
  });
});

describe('"Woher kommt diese Zahl?"', () => {
  const items = (...states: readonly ('level' | 'na' | 'dk' | 'missing' | 'notAsked')[]) =>
    states.map((state) => ({ state, weight: 1 }));
  const facts = {
    status: 'provisional' as const,
    coverage: 0.6,
    items: items('level', 'level', 'level', 'dk', 'dk'),
    minCoverage: 0.5,
    rules: '2026.1',
    questionnaire: { id: 'kommunal-digital', version: 1 },
  };

  it('names mean, coverage, consequence, rules and questionnaire', () => {
    expect(howDimension(facts).de).toBe(
      'Mittel der beantworteten Fragen, jede gleich gewichtet. 3 von 5 beantwortet (60\u00a0%), deshalb vorläufig. ' +
        'Regelstand 2026.1, Fragebogen kommunal-digital 1.',
    );
  });

  it('says why there is no value', () => {
    const few = {
      ...facts,
      status: 'insufficient' as const,
      coverage: 0.4,
      items: items('level', 'level', 'dk', 'dk', 'missing'),
    };
    expect(howDimension(few).en).toContain('2 of 5 answered (40%), therefore no value (50% are needed).');
    const one = { ...few, coverage: 0.5, items: items('level', 'dk', 'na', 'na', 'na') };
    expect(howDimension(one).de).toContain(
      'deshalb kein Punktwert (nötig sind zwei Antworten). 3 Fragen treffen nicht zu',
    );
    const none = { ...facts, status: 'notApplicable' as const, coverage: null, items: items('na', 'na') };
    expect(howDimension(none).de).toContain('Keine Frage trifft auf dieses Amt zu');
    expect(howDimension({ ...none, items: items('notAsked') }).de).toContain('nicht gefragt');
  });
});

describe('who stands highest and lowest', () => {
  const scored = (...scores: number[]) => scores.map((score, at) => ({ name: 'ABCDEFGH'[at] ?? '', score }));
  const names = (group: readonly { name: string }[]) => group.map(({ name }) => name).join('');

  it.each([
    [[90, 80, 70, 20, 10], 2, 'AB', 'DE'],
    [[90, 80, 80, 20, 10], 2, 'ABC', 'DE'],
    [[90, 80, 80, 80, 20, 10], 2, 'A', 'EF'],
    [[80.04, 80, 80, 80, 20, 10], 2, '', ''],
    [[50, 50, 50], 1, '', ''],
    [[60, 60, 50], 1, 'AB', 'C'],
    [[50], 1, '', ''],
    [[], 2, '', ''],
  ])('of %j names %i at each end: high "%s", low "%s"', (scores, wanted, high, low) => {
    const found = extremesOf(scored(...scores), { high: wanted, low: wanted });
    expect([names(found.high), names(found.low)]).toEqual([high, low]);
  });

  it('never names the same at both ends, nor one of several that show the same', () => {
    const points = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 12 });
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 3 }), (all, wanted) => {
        const items = all.map((score, at) => ({ at, score }));
        const { high, low } = extremesOf(items, { high: wanted, low: wanted });
        expect(high.some((one) => low.some((other) => other.score >= one.score))).toBe(false);
        for (const end of [high, low]) {
          expect(items.filter(({ score }) => end.some((one) => one.score === score))).toHaveLength(
            end.length,
          );
        }
      }),
    );
  });
});

describe('the radar', () => {
  it('leaves a gap for a missing value and always spans 0 to 100', () => {
    const chart = radarChart({
      corners: [
        { label: 'Daten', office: null, city: 33.9 },
        { label: 'Technik', office: 0, city: null },
      ],
      officeLabel: 'Amt 40',
      cityLabel: 'Stadt',
    });
    expect(chart.data.datasets.map(({ data }) => data)).toEqual([
      [null, 0],
      [33.9, null],
    ]);
    expect(chart.data.datasets.every(({ spanGaps }) => !spanGaps)).toBe(true);
    expect(chart.options.scales.r).toMatchObject({ min: 0, max: 100 });
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
  });
});
