import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../server/cli/run.ts';
import { type CompareResponse, compareResponse } from '../../server/comparison/comparison.wire.ts';
import { loadCatalog } from '../../server/questionnaires/catalog.ts';
import { addOffice, linkTo, september, waveOver } from '../builders/wave.ts';
import { type Agent, type StartedPegel, startPegel } from '../harness/start-pegel.ts';
import { item, questionnaireOf } from '../questionnaires/build-questionnaire.ts';
import { personWith } from '../responses/asked-offices.ts';

const questionnaire = (version: number, names: readonly string[], id = 'trial') =>
  questionnaireOf(
    names.map((name) => item(name)),
    { maturity: { id, version } },
  );

const crosswalk = {
  fromVersion: 1,
  toVersion: 2,
  items: {
    A: { from: 'A', change: 'same' },
    B: { from: 'B', change: 'editorial', reason: 'Beispiel ergänzt' },
    D: { change: 'new', reason: 'neues Gesetz' },
  },
  dropped: ['C'],
};

async function catalogWith(between: unknown, name = 'v1-to-v2.json'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pegel-catalog-'));
  const files: readonly (readonly [string, string, unknown])[] = [
    ['trial', 'v1.json', questionnaire(1, ['A', 'B', 'C'])],
    ['trial', 'v2.json', questionnaire(2, ['A', 'B', 'D'])],
    ['trial', 'v3.json', questionnaire(3, ['A', 'B', 'D'])],
    ['other', 'v1.json', questionnaire(1, ['A', 'B', 'C'], 'other')],
    ['trial', name, between],
  ];
  for (const [id, file, content] of files) {
    await mkdir(join(folder, id), { recursive: true });
    await writeFile(join(folder, id, file), JSON.stringify(content));
  }
  return folder;
}

let catalogFolder: string;
let started: StartedPegel;
let officer: Agent;
const offices: { readonly id: string; readonly emails: readonly string[] }[] = [];

interface Asking {
  readonly version?: number;
  readonly id?: string;
  readonly mode?: 'official' | 'several';
  /** By office: the answers of its people; mode official: of its first person. */
  readonly answers: readonly (readonly Readonly<Record<string, number>>[])[];
  readonly keepOpen?: true;
}

async function answeredWave({ version = 1, id = 'trial', mode = 'official', answers, keepOpen }: Asking) {
  const several = mode === 'several' ? { several: { anonymous: true, minGroup: 5 } } : {};
  const over = { questionnaire: { id, version }, mode, title: `Stand ${version} ${mode}`, ...several };
  const officeIds = offices.map((office) => office.id);
  const drafted = (await officer.post('/api/waves').send(waveOver(officeIds, over)).expect(201)).body;
  const path = `/api/waves/${drafted.id}`;
  await officer.post(`${path}/open`).send({ revision: drafted.revision }).expect(200);
  await started.pegel.tick();
  for (const [at, people] of answers.entries()) {
    for (const [n, given] of people.entries()) {
      const link = await linkTo(officer, drafted.id, offices[at]?.emails[n] ?? '');
      await personWith(started.url, link).submit({ seen: {}, answers: given }).expect(200);
    }
  }
  if (keepOpen) return drafted.id as string;
  const { revision } = (await officer.get(path).expect(200)).body;
  await officer.post(`${path}/close`).send({ revision }).expect(200);
  await started.pegel.tick();
  return drafted.id as string;
}

const compare = (from: string, to: string) => officer.get(`/api/compare?from=${from}&to=${to}`);

beforeAll(async () => {
  catalogFolder = await catalogWith(crosswalk);
  started = await startPegel({ at: september, catalogFolder });
  officer = await started.officer();
  for (const [code, people] of Object.entries({ '10': 6, '20': 6, '30': 3 })) {
    const emails = Array.from({ length: people }, (_, n) => `p${n}.${code}@stadt.example`);
    offices.push({ id: (await addOffice(officer, { code, emails })).id, emails });
  }
});
afterAll(async () => {
  await started.stop();
  await rm(catalogFolder, { recursive: true, force: true });
});

const older = [[{ A: 1, B: 2, C: 3 }], [{ A: 2, B: 2, C: 2 }]];
const newer = [[{ A: 2, B: 2, D: 4 }], [{ A: 2, B: 2, D: 0 }]];

describe('waves of two versions of a questionnaire', () => {
  it('are compared on the questions that the crosswalk links', async () => {
    const from = await answeredWave({ answers: older });
    const to = await answeredWave({ version: 2, answers: newer });
    const said: CompareResponse = compareResponse.parse((await compare(from, to).expect(200)).body);
    expect(said.offices[0]?.change.dimensions['d1']).toMatchObject({
      ...{ raw: 16.666667, linked: 12.5, composition: 4.166667, share: 0.666667 },
    });
    expect(said.questionnaireChanges).toEqual([
      {
        ...{ item: 'B', dimension: 'd1', class: 'editorial', reason: 'Beispiel ergänzt' },
        title: { de: 'Frage B', en: 'Question B' },
      },
      {
        ...{ item: 'D', dimension: 'd1', class: 'new', reason: 'neues Gesetz' },
        title: { de: 'Frage D', en: 'Question D' },
      },
      {
        ...{ item: 'C', dimension: 'd1', class: 'dropped', reason: null },
        title: { de: 'Frage C', en: 'Question C' },
      },
    ]);
    const backwards = await compare(to, from).expect(409);
    expect(backwards.body.detail).toContain('surveys/catalog/trial/v2-to-v1.json');
  });

  it('are refused without a crosswalk, saying what to add, and across questionnaires', async () => {
    const from = await answeredWave({ answers: older });
    const third = await answeredWave({ version: 3, answers: newer });
    expect((await compare(from, third).expect(409)).body.detail).toContain('v1-to-v3.json');
    const other = await answeredWave({ id: 'other', answers: older });
    expect((await compare(from, other).expect(409)).body.detail).toContain('desselben Fragebogens');
  });

  it('may be open in mode official, and the finding says so', async () => {
    const from = await answeredWave({ answers: older });
    const open = await answeredWave({ answers: older, keepOpen: true });
    const { finding } = (await compare(from, open).expect(200)).body;
    expect(finding.lead.de).toContain('läuft noch');
  });

  it('give the same numbers from their files', async () => {
    const from = await answeredWave({ answers: older });
    const to = await answeredWave({ version: 2, answers: newer });
    const folder = await mkdtemp(join(tmpdir(), 'pegel-waves-'));
    const words = [];
    for (const [name, id] of Object.entries({ from, to })) {
      const path = join(folder, `${name}.json`);
      await writeFile(
        path,
        JSON.stringify((await officer.get(`/api/waves/${id}/wave.json`).expect(200)).body),
      );
      words.push(`--${name}`, path);
    }
    const path = join(folder, 'c.json');
    await writeFile(path, JSON.stringify(crosswalk));
    const out: string[] = [];
    const said: string[] = [];
    const code = await run(['compare', ...words, '--crosswalk', path, '--json'], {
      env: {},
      print: (line) => out.push(line),
      say: (line) => said.push(line),
      readInput: async () => '',
      stop: new AbortController().signal,
    });
    await rm(folder, { recursive: true, force: true });
    expect([code, said]).toEqual([0, []]);
    const { cityChanges, offices: named } = (await compare(from, to).expect(200)).body as CompareResponse;
    const printed = JSON.parse(out.join('\n'));
    expect(printed.city).toEqual(cityChanges);
    expect(printed.offices.map((office: { dimensions: unknown }) => office.dimensions)).toEqual(
      named.map(({ change }) => change.dimensions),
    );
  });
});

describe('a crosswalk in the catalog', () => {
  it('that does not fit stops the start, naming file and place', async () => {
    const wrong = await catalogWith({ ...crosswalk, dropped: [] });
    await expect(loadCatalog(wrong)).rejects.toThrow(/trial v1 to v2 is refused:\n#\/dropped: .*“C”/);
    const unknown = await catalogWith(crosswalk, 'v1-to-v9.json');
    await expect(loadCatalog(unknown)).rejects.toThrow(/v1 to v9: one of the versions/);
  });
});

describe('waves that many people answered', () => {
  const people = (count: number, level: number) =>
    Array.from({ length: count }, () => ({ A: level, B: level, C: level }));

  it('are compared after closing, without the offices kept secret', async () => {
    const before = [people(6, 1), people(6, 2), people(3, 4)];
    const after = [people(6, 2), people(6, 2), people(3, 0)];
    const from = await answeredWave({ mode: 'several', answers: before });
    const open = await answeredWave({ mode: 'several', answers: after, keepOpen: true });
    const waiting = await compare(from, open).expect(409);
    expect(waiting.body.detail).toContain('läuft noch');
    const to = await answeredWave({ mode: 'several', answers: after });
    const { offices: compared, cityChanges } = compareResponse.parse(
      (await compare(from, to).expect(200)).body,
    );
    const values = compared.map(({ code, change }) => [code, change.index.from, change.index.to]);
    expect(values).toContainEqual(['30', null, null]);
    expect(values.filter(([, value]) => value !== null)).toHaveLength(1);
    expect(cityChanges['index']?.n).toBe(1);
    expect(JSON.stringify(compared.find(({ code }) => code === '30'))).not.toMatch(/"(from|to)":\d/);
  });

  it('may be compared with an official one', async () => {
    const from = await answeredWave({ answers: older });
    const to = await answeredWave({ mode: 'several', answers: [people(6, 2), people(6, 2), []] });
    const said = (await compare(from, to).expect(200)).body as CompareResponse;
    expect([said.from.mode, said.to.mode]).toEqual(['official', 'several']);
    expect(said.offices[0]?.change.index).toMatchObject({ from: 50, to: 50, linked: 0 });
  });
});
