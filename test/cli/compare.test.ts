import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../server/cli/run.ts';
import { item, questionnaireOf } from '../questionnaires/build-questionnaire.ts';

// biome-ignore lint/suspicious/noExplicitAny: files of any content
type Json = any;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pegel-compare-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function pegel(words: readonly string[], language = 'de_DE.UTF-8') {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(words, {
    env: { LANG: language },
    print: (line) => out.push(line),
    say: (line) => err.push(line),
    readInput: async () => '',
    stop: new AbortController().signal,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

interface Files {
  readonly from?: Json;
  readonly to?: Json;
  readonly successors?: string;
  readonly crosswalk?: Json;
}

async function compared({ from, to, successors, crosswalk }: Files, more: readonly string[] = ['--json']) {
  const write = async (name: string, content: Json) => {
    const path = join(folder, name);
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  const words = [
    ...['--from', await write('a.json', from ?? wave(2025, { '10': [1, 2, 3] }))],
    ...['--to', await write('b.json', to ?? wave(2026, { '10': [2, 2, 3] }))],
    ...(successors === undefined ? [] : ['--successors', await write('map.csv', successors)]),
    ...(crosswalk === undefined ? [] : ['--crosswalk', await write('c.json', crosswalk)]),
  ];
  return pegel(['compare', ...words, ...more]);
}

async function document(files: Files, more: readonly string[] = []): Promise<Json> {
  const { code, out, err } = await compared(files, ['--json', ...more]);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out);
}

async function refused(files: Files, more: readonly string[] = []): Promise<Json> {
  const { code, out, err } = await compared(files, ['--json', ...more]);
  expect([code, out]).toEqual([1, '']);
  return JSON.parse(err);
}

const names = ['A', 'B', 'C'];

const questionnaire = (version = 1, items = names): Json =>
  questionnaireOf(
    items.map((name) => item(name)),
    { maturity: { version } },
  );

/** A wave of offices that answer A, B, C in this order. */
function wave(
  _year: number,
  offices: Readonly<Record<string, readonly number[] | null>>,
  more: Json = {},
): Json {
  const items: readonly string[] = more.items ?? names;
  return {
    questionnaire: questionnaire(more.version, [...items]),
    offices: Object.keys(offices).map((code) => ({
      code,
      name: `Amt ${code}`,
      ...more.offices?.[code],
    })),
    responses: Object.entries(offices).flatMap(([office, given]) =>
      given === null
        ? []
        : [{ office, answers: Object.fromEntries(given.map((value, at) => [items[at], value])) }],
    ),
  };
}

const dimension = (document: Json, office: string) =>
  document.offices.find((one: Json) => one.office === office)?.dimensions.d1;

describe('pegel compare --json', () => {
  it('gives the worked example of the method: the city falls, both comparable offices improve', async () => {
    const path = (name: string) =>
      fileURLToPath(new URL(`../../docs/method-example/${name}`, import.meta.url));
    const words = [
      '--from',
      path('2025.json'),
      '--to',
      path('2026.json'),
      '--crosswalk',
      path('crosswalk.json'),
    ];
    const { code, out } = await pegel(['compare', ...words, '--json']);
    expect(code).toBe(0);
    const { city, offices } = JSON.parse(out);
    expect(city.index).toMatchObject({ n: 2, from: 63.611111, to: 56.527778 });
    expect(city.index.mean).toBeCloseTo(8.6, 1);
    const { mean, composition, organisation, raw } = city.index;
    expect(mean + composition + organisation).toBeCloseTo(raw, 5);
    const data = offices.find((one: Json) => one.office === '10').dimensions.d2;
    expect(data).toMatchObject({ raw: 16.666667, linked: 12.5, composition: 4.166667, share: 0.666667 });
  });

  it('prints every member, null where there is no value', async () => {
    const printed = await document({});
    expect(Object.keys(printed)).toEqual([
      ...['rules', 'questionnaire', 'offices', 'divisions', 'city', 'onlyFrom', 'onlyTo'],
    ]);
    expect(printed.offices[0]).toEqual({
      office: '10',
      index: {
        ...{ from: 50, to: 58.333333, raw: 8.333333, linked: 8.333333, composition: 0, share: 1 },
        ...{ mdc95: 10, convention: true, verdict: 'unchanged' },
      },
      fields: { verwaltung: printed.offices[0].index },
      dimensions: { d1: printed.offices[0].index },
      items: {
        A: { from: 25, to: 50, change: 25, class: 'same' },
        B: { from: 50, to: 50, change: 0, class: 'same' },
        C: { from: 75, to: 75, change: 0, class: 'same' },
      },
      predecessors: [{ office: '10', share: 1 }],
      skipped: 0,
    });
    expect(Object.keys(printed.city)).toEqual(['index', 'd1', 'field:verwaltung']);
    expect(printed.city.d1).toEqual({
      ...{ n: 1, mean: 8.333333, from: 50, to: 58.333333, raw: 8.333333, composition: 0, organisation: 0 },
      ...{ t: null, df: null, p: null, ci: null, wilcoxonP: null, holmP: null },
    });
  });

  it('prints the same bytes whatever the order of offices and responses', async () => {
    const one = wave(2025, { '10': [1, 2, 3], '20': [2, 2, 2], '30': [0, 1, 1] });
    const other = { ...one, offices: one.offices.toReversed(), responses: one.responses.toReversed() };
    expect((await compared({ from: other, to: one })).out).toBe((await compared({ from: one, to: one })).out);
  });

  it('says that nothing changed where nothing did', async () => {
    const one = wave(2025, { '10': [1, 2, 3], '20': [2, 2, 2] });
    const { offices, city } = await document({ from: one, to: one });
    for (const { index } of offices)
      expect(index).toMatchObject({ raw: 0, linked: 0, composition: 0, verdict: 'unchanged' });
    expect(city.index).toMatchObject({ n: 2, mean: 0, raw: 0, organisation: 0 });
  });

  it('takes the offices as the text of an office file too', async () => {
    const text = {
      ...wave(2025, { '10': [1, 2, 3] }),
      offices: 'Amt;Bezeichnung;Beschäftigte\n10;Hauptamt;75\n',
    };
    expect(dimension(await document({ from: text }), '10').from).toBe(50);
  });

  it('carries the old year of a merged office over, weighted by share and headcount', async () => {
    const people = { offices: { '65': { headcount: 10 }, '66': { headcount: 30 } } };
    const from = wave(2025, { '65': [4, 4, 4], '66': [0, 0, 0] }, people);
    const to = wave(2026, { '66': [2, 2, 2], '68': [1, 1, 1] });
    const merged = await document({ from, to, successors: 'from;to;share\n65;66;1\n' });
    expect(dimension(merged, '66')).toMatchObject({ from: 25, to: 50, linked: 25, verdict: 'up' });
    expect(merged.offices[0].predecessors).toEqual([
      { office: '65', share: 0.25 },
      { office: '66', share: 0.75 },
    ]);
    expect([merged.onlyFrom, merged.onlyTo]).toEqual([[], ['68']]);
    const dissolved = await document({ from, to });
    expect([dissolved.onlyFrom, dissolved.onlyTo]).toEqual([['65'], ['68']]);
  });

  it('lists offices that answered in one of the files only, and leaves them out of the city', async () => {
    const from = wave(2025, { '10': [1, 1, 1], '20': null, '30': [1, 1, 1] });
    const to = wave(2026, { '10': [2, 2, 2], '20': [4, 4, 4], '30': null });
    const { city, onlyFrom, onlyTo } = await document({ from, to });
    expect([city.d1.n, onlyFrom, onlyTo]).toEqual([1, ['30'], ['20']]);
  });

  it('leaves small groups out in mode several', async () => {
    const people = (count: number, level: number) =>
      Array.from({ length: count }, (_, at) => ({
        ...{ office: count === 4 ? '20' : `1${count}`, mode: 'several', respondent: `p${at}` },
        answers: Object.fromEntries(names.map((name) => [name, level])),
      }));
    const several = (level: number) => ({
      questionnaire: questionnaire(),
      offices: ['15', '16', '17', '20'].map((code) => ({ code, name: code })),
      responses: [people(5, level), people(6, level), people(7, level), people(4, level)].flat(),
    });
    const printed = await document({ from: several(1), to: several(2) });
    expect(dimension(printed, '20')).toMatchObject({ from: null, to: null, linked: null });
    expect(printed.city.d1.n).toBeLessThan(4);
    const open = await document({ from: several(1), to: several(2) }, ['--anonymity', '3']);
    expect(dimension(open, '20')).toMatchObject({ from: 25, to: 50, linked: 25 });
    expect((await refused({}, ['--anonymity', '5'])).detail).toContain('--anonymity');
  });
});

describe('what a hidden office said', () => {
  const people = (office: string, levels: readonly number[]) =>
    levels.map((level, at) => ({
      ...{ office, mode: 'several', respondent: `p${at}` },
      answers: Object.fromEntries(names.map((name) => [name, level])),
    }));
  const several = (small: number, level: number) => ({
    questionnaire: questionnaire(),
    offices: [
      { code: 'I', name: 'Dezernat' },
      ...['10', '20', '30', '40'].map((code) => ({ code, name: code, parent: code === '40' ? null : 'I' })),
    ],
    responses: [
      ...people('10', [level, 1, 2, 3, 4, 2, 1]),
      ...people('20', [level, 3, 2, 3, 1, 0]),
      ...people('30', [small, small]),
      ...people('40', [level, 1, 1, 1, 1, 1, 1, 1]),
    ],
  });

  it('changes nothing in a comparison but the city means that may hold it', async () => {
    const shown = async (small: number, later: number) => {
      const printed = await document({ from: several(small, 1), to: several(later, 3) });
      const city = Object.entries(printed.city).map(([key, { n, mean, t, p, ci, wilcoxonP }]: Json) => [
        ...[key, n, mean, t, p, ci, wilcoxonP],
      ]);
      return { ...printed, city };
    };
    const one = await shown(0, 4);
    for (const [small, later] of [
      [4, 0],
      [2, 2],
    ] as const)
      expect(await shown(small, later)).toEqual(one);
    expect(one.offices.find((office: Json) => office.office === '30').items.A).toMatchObject({
      ...{ from: null, to: null, change: null },
    });
  });
});

describe('pegel compare without --json', () => {
  it('reads as the page does, in German and English', async () => {
    const { code, out } = await compared({}, []);
    expect(code).toBe(0);
    expect(out).toContain('8,3 Punkte mehr auf gleichen Fragen');
    expect(out).toContain('≈ im Rahmen der Messungenauigkeit');
    expect(out).toContain('10 Amt 10');
  });

  it('explains every option and every member with --help, in both languages', async () => {
    for (const language of ['de_DE.UTF-8', 'en_GB.UTF-8']) {
      const { code, out } = await pegel(['compare', '--help'], language);
      expect(code).toBe(0);
      for (const word of ['--from', '--to', '--successors', '--crosswalk', '--anonymity', '--json'])
        expect(out).toContain(word);
      for (const key of keysIn(await document({}))) expect(out).toContain(key);
    }
  });

  it.each([[[]], [['--what']], [['--from', 'x.json']], [['surplus']]])(
    'wrong usage %j: exit 2',
    async (words) => {
      expect((await pegel(['compare', ...words])).code).toBe(2);
    },
  );
});

/** Names of members, without the ids that a questionnaire or an office file brings. */
function keysIn(value: Json): readonly string[] {
  const ids = ['d1', 'verwaltung', 'field:verwaltung', 'A', 'B', 'C'];
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(ids.includes(key) ? [] : [key]),
    ...(typeof inner === 'object' ? keysIn(inner) : []),
  ]);
}

describe('what does not fit is refused with exit 1 and nothing on stdout', () => {
  const two = { from: wave(2025, { '65': [4, 4, 4], '66': [0, 0, 0] }), to: wave(2026, { '66': [2, 2, 2] }) };

  it.each<[string, string, string]>([
    ['an unknown older office', '99;66;1', '#/rows/2/from'],
    ['an unknown newer office', '65;99;1', '#/rows/2/to'],
    ['a share of 0', '65;66;0', '#/rows/2/share'],
    ['a share above 1', '65;66;1.5', '#/rows/2/share'],
    ['a negative share', '65;66;-1', '#/rows/2/share'],
    ['a share that is no number', '65;66;viel', '#/rows/2/share'],
    ['shares that do not sum to 1', '65;66;0.9', '#/rows/2/share'],
    ['a row that is there twice', '65;66;0.5\n65;66;0.5', '#/rows/3/to'],
  ])('%s', async (_title, rows, pointer) => {
    const problem = await refused({ ...two, successors: `from;to;share\n${rows}\n` });
    expect(problem.type).toBe('/problems/import-refused');
    expect(problem.errors.map((one: Json) => one.pointer)).toContain(pointer);
    expect(problem.errors[0].detail).toMatch(/^Zeile \d/);
  });

  it('offices that lead into each other in a circle', async () => {
    const both = wave(2025, { '65': [4, 4, 4], '66': [0, 0, 0] });
    const successors = 'from;to;share\n65;66;1\n66;65;1\n';
    const problem = await refused({ from: both, to: both, successors });
    expect(problem.errors.map((one: Json) => one.pointer)).toEqual(['#/rows/2/to', '#/rows/3/to']);
    const three = wave(2025, { '65': [4, 4, 4], '66': [0, 0, 0], '67': [1, 1, 1], '68': [1, 1, 1] });
    const long = 'von,nach,Anteil\n65,66,1\n66,67,1\n67,65,1\n68,68,1\n';
    const circle = await refused({ from: three, to: three, successors: long });
    expect(circle.errors.map((one: Json) => one.pointer)).toEqual([2, 3, 4].map((row) => `#/rows/${row}/to`));
    const chain = 'from;to;share\n65;66;0,25\n65;65;0,75\n66;67;1\n67;68;1\n';
    await document({ from: three, to: three, successors: chain });
    expect(problem.errors[0].detail).toContain('Kreis');
  });

  it.each<[string, string]>([
    ['no header', '65;66;1\n'],
    ['no row', 'from;to;share\n'],
    ['nothing', ''],
  ])('a successor file with %s', async (_title, successors) => {
    expect((await refused({ ...two, successors })).type).toBe('/problems/import-refused');
  });

  it('says which codes are allowed', async () => {
    const problem = await refused({ ...two, successors: 'from;to;share\n99;66;1\n' });
    expect(problem.errors[0].allowed).toEqual(['65', '66']);
  });

  const newer = wave(2026, { '10': [2, 2, 4] }, { version: 2, items: ['A', 'B', 'D'] });
  const right = {
    ...{ fromVersion: 1, toVersion: 2, dropped: ['C'] },
    items: { A: { from: 'A', change: 'same' }, B: { from: 'B', change: 'editorial' }, D: { change: 'new' } },
  };

  it('links two versions by a crosswalk, and asks for one', async () => {
    const printed = await document({ to: newer, crosswalk: right });
    expect(dimension(printed, '10')).toMatchObject({ linked: 12.5, share: 0.666667 });
    expect((await refused({ to: newer })).detail).toContain('--crosswalk');
  });

  it.each<[string, Json, string]>([
    [
      'an unknown older item',
      { items: { ...right.items, A: { from: 'Z', change: 'same' } } },
      '#/items/A/from',
    ],
    ['an unknown newer item', { items: { ...right.items, Z: { change: 'new' } } }, '#/items/Z'],
    ['an item that is not named', { items: { A: right.items.A, B: right.items.B } }, '#/items/D'],
    ['an older item in neither', { dropped: [] }, '#/dropped'],
    ['an unknown dropped item', { dropped: ['C', 'Z'] }, '#/dropped/1'],
    ['a dropped item that lives on', { dropped: ['C', 'A'] }, '#/dropped/1'],
    ['two items of one', { items: { ...right.items, B: { from: 'A', change: 'same' } } }, '#/items/B/from'],
    [
      'a new item with an origin',
      { items: { ...right.items, D: { from: 'C', change: 'new' } } },
      '#/items/D/from',
    ],
    ['an origin that is missing', { items: { ...right.items, A: { change: 'same' } } }, '#/items/A/from'],
    [
      'an unknown class',
      { items: { ...right.items, A: { from: 'A', change: 'gleich' } } },
      '#/items/A/change',
    ],
    ['the wrong older version', { fromVersion: 3 }, '#/fromVersion'],
    ['the wrong newer version', { toVersion: 3 }, '#/toVersion'],
  ])('a crosswalk with %s', async (_title, wrong, pointer) => {
    const problem = await refused({ to: newer, crosswalk: { ...right, ...wrong } });
    expect(problem.errors.map((one: Json) => one.pointer)).toContain(pointer);
  });

  it.each<[string, Json, string]>([
    [
      'a level off the scale',
      { responses: [{ office: '10', answers: { A: 5 } }] },
      '#/responses/0/answers/A',
    ],
    ['an unknown office', { responses: [{ office: '99', answers: {} }] }, '#/responses/0/office'],
    ['a code twice', { offices: [{ code: '10' }, { code: '10' }] }, '#/offices/1/code'],
    ['an unknown parent', { offices: [{ code: '10', name: 'x', parent: '99' }] }, '#/offices/0/parent'],
    ['a member too many', { scores: [] }, '#'],
  ])('a wave with %s', async (_title, wrong, pointer) => {
    const problem = await refused({ to: { ...wave(2026, { '10': [2, 2, 3] }), ...wrong } });
    expect(problem.detail).toContain('b.json');
    expect(problem.errors.map((one: Json) => one.pointer)).toContain(pointer);
  });

  it('a questionnaire with a weight of 0, and one of another id', async () => {
    const light = {
      ...questionnaire(),
      pages: [{ name: 'p', dimension: 'd1', elements: [item('A', { weight: 0 })] }],
    };
    const weighed = await refused({ to: { ...wave(2026, { '10': [2] }), questionnaire: light } });
    expect(weighed.errors[0].pointer).toBe('#/questionnaire/pages/0/elements/0/weight');
    const other = { ...questionnaire(), maturity: { ...questionnaire().maturity, id: 'other' } };
    expect((await refused({ to: { ...wave(2026, { '10': [2] }), questionnaire: other } })).type).toBe(
      '/problems/conflict',
    );
  });

  it('files of the same version that ask different things', async () => {
    const other = wave(2026, { '10': [2, 2, 4] }, { items: ['A', 'B', 'D'] });
    expect((await refused({ to: other })).detail).toContain('Fassung 1');
  });

  it('a file that is not there or no JSON', async () => {
    expect((await refused({ to: '{' })).type).toBe('/problems/malformed-request');
    const { code, out } = await pegel(['compare', '--from', 'none.json', '--to', 'none.json']);
    expect([code, out]).toEqual([1, '']);
  });
});
