import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../server/cli/run.ts';
import type { Office } from '../../server/offices/office.ts';
import { officeCsv } from '../../server/offices/office-csv.ts';
import { readOfficeCsv } from '../../server/offices/office-file.ts';
import { officeName } from '../../server/offices/offices.wire.ts';
import { planImport } from '../../server/offices/plan-import.ts';
import { type Agent, type StartedPegel, startPegel } from '../harness/start-pegel.ts';

const file = [
  'code;name;parent;headcount;fields;contact_name;contact_email;contact_role',
  'I;"Dezernat; ""Innen""";;;;;;',
  '004;Hauptamt;I;40;verwaltung bildung;Kim Muster;kim@stadt.example;lead',
  '004;;;;;-Toni;+toni@stadt.example;expert',
  "20;'=1+1;I;0;;;;",
  "21;''=1+1;I;;;;;",
].join('\n');

let started: StartedPegel;
let officer: Agent;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pegel-download-'));
  started = await startPegel();
  officer = await started.officer();
  await send(file).expect(200);
});
afterAll(async () => {
  await started.stop();
  await rm(folder, { recursive: true, force: true });
});

const send = (text: string) => officer.post('/api/offices/import').set('Content-Type', 'text/csv').send(text);
const download = async (path: string) => {
  const { text, headers } = await officer.get(path).expect(200);
  expect(headers['content-disposition']).toMatch(/^attachment/);
  return text;
};

describe('the downloaded offices', () => {
  it('have one row per contact, parents by code, and no cell that a spreadsheet takes for a formula', async () => {
    const text = await download('/api/offices.csv');
    expect(text.startsWith('\ufeffcode;name;parent;headcount;fields;contact_name;')).toBe(true);
    expect(text.split('\r\n')).toEqual(
      expect.arrayContaining([
        'I;"Dezernat; ""Innen""";;;;;;',
        '004;Hauptamt;I;40;bildung verwaltung;Kim Muster;kim@stadt.example;lead',
        "004;;;;;'-Toni;'+toni@stadt.example;expert",
        "20;'=1+1;I;0;;;;",
        "21;''=1+1;I;;;;;",
      ]),
    );
  });

  it('change nothing when they are imported again', async () => {
    const before = (await officer.get('/api/offices')).body;
    expect(before.offices.map(({ name }: Office) => name)).toEqual(expect.arrayContaining(['=1+1', "'=1+1"]));
    const { body } = await send(await download('/api/offices.csv')).expect(200);
    expect(body).toMatchObject({
      offices: { created: [], changed: [], unchanged: 4 },
      contacts: { created: 0, changed: 0 },
      notInFile: [],
    });
    expect((await officer.get('/api/offices')).body).toEqual(before);
  });

  it('come back as they were, whatever a name holds', () => {
    const name = fc
      .oneof(
        fc.string({ maxLength: 20, unit: 'grapheme' }),
        fc.string({ maxLength: 6, unit: fc.constantFrom("'", '=', '-', '"', ';', '＝', 'a', ' ') }),
      )
      .map((text) => officeName.safeParse(text).data ?? 'Amt');
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), (names) => {
        const offices = names.map((one, at) => officeOf(`${at}`, one, at === 0 ? null : 'o0'));
        const known = { codes: offices.map(({ code }) => code), fields: ['bildung'] };
        const { rows, problems } = readOfficeCsv(Buffer.from(officeCsv(offices)), known);
        expect(problems).toEqual([]);
        expect(planImport(rows, offices, 'again')).toMatchObject({ changed: [], created: [], notInFile: [] });
      }),
    );
  });

  it('and the downloaded questionnaire are files of pegel score', async () => {
    const paths = ['q.json', 'o.csv', 'r.json'].map((name) => join(folder, name));
    const [questionnaire = '', offices = '', responses = ''] = paths;
    await writeFile(questionnaire, await download('/api/questionnaires/kommunal-digital/versions/1.json'));
    await writeFile(offices, await download('/api/offices.csv'));
    await writeFile(responses, '[{"office": "004", "mode": "official", "answers": {"d1_1": 3}}]');
    const printed: string[] = [];
    const code = await run(
      ['score', '--questionnaire', questionnaire, '--offices', offices, '--responses', responses, '--json'],
      {
        env: {},
        print: (line) => printed.push(line),
        say: (line) => printed.push(line),
        readInput: async () => '',
        stop: new AbortController().signal,
      },
    );
    const { offices: scored, divisions } = JSON.parse(printed.join('\n'));
    expect({ code, scored: scored.map(({ office }: { office: string }) => office) }).toEqual({
      code: 0,
      scored: ['004', '20', '21'],
    });
    expect(divisions).toMatchObject([{ office: 'I' }]);
  });
});

describe('the fields that are offered as tags', () => {
  it('are those asked of tagged offices only; others are taken in files', async () => {
    const { body } = await officer.get('/api/offices').expect(200);
    const ids = body.fields.map(({ id }: { id: string }) => id);
    expect(ids).toContain('bildung');
    expect(ids).not.toContain('verwaltung');
    const template = await download('/api/offices/template.csv');
    expect(template).toContain(';bildung;');
    expect(template).not.toContain('verwaltung');
  });
});

function officeOf(code: string, name: string, parentId: string | null): Office {
  const contacts = [{ id: `c${code}`, name, email: `${code}@stadt.example`, role: 'expert' as const }];
  return { id: `o${code}`, code, name, parentId, headcount: 7, fields: ['bildung'], contacts, revision: 1 };
}
