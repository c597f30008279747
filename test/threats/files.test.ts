import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { pino } from 'pino';
import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openedWave, september } from '../builders/wave.ts';
import { databaseDump } from '../harness/database-dump.ts';
import { freePort } from '../harness/free-port.ts';
import { startServer } from '../harness/run-pegel.ts';
import { type Agent, officerAccount, type StartedPegel, startPegel } from '../harness/start-pegel.ts';
import { allAt, personWith } from '../responses/asked-offices.ts';

const logged: string[] = [];
let started: StartedPegel;
let officer: Agent;

beforeAll(async () => {
  const log = pino({ level: 'trace' }, { write: (line: string) => logged.push(line) });
  started = await startPegel({ at: september, log });
  officer = await started.officer();
});
afterAll(() => started.stop());

const send = (file: string | Buffer, query = '') =>
  officer.post(`/api/offices/import${query}`).set('Content-Type', 'text/csv').send(file);
const header = 'code;name;contact_name;contact_email';

async function refused(file: string | Buffer) {
  const before = await databaseDump(started.folder);
  const { status, body, text } = await send(file);
  expect({ status, type: body.type }).toEqual({ status: 422, type: '/problems/import-refused' });
  expect(text.length).toBeLessThan(800_000);
  expect(await databaseDump(started.folder)).toEqual(before);
  return body.problems;
}

describe('T42: a file of offices', () => {
  it.each([
    ['; and UTF-8 with BOM', ';', (text: string) => Buffer.from(`\ufeff${text}`)],
    [', and Windows-1252', ',', (text: string) => Buffer.from(text, 'latin1')],
    ['TAB and UTF-16', '\t', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('with %s is read, quotes and umlauts and all', async (_name, separator, encode) => {
    const file = `code${separator}name\r\nU1${separator}"Bürger""büro"", Süd"\r\n`;
    const { body } = await send(encode(file), '?dryRun=true').expect(200);
    expect(body).toMatchObject({ problems: [], offices: { created: ['U1'] } });
  });

  it('with columns named twice or like a prototype is refused by column, briefly', async () => {
    for (const name of ['code', '__proto__', 'constructor', 'toString', '<img src=x>', '$ne']) {
      const [problem] = await refused(`code;name;${name}\n1;a;b\n`);
      expect(problem).toMatchObject({ row: 1, column: name });
    }
    expect(await refused(`code;name${';x'.repeat(49_000)}\n1;a\n`)).toHaveLength(1_000);
    expect('polluted' in {}).toBe(false);
  });

  it('with a million rows, one endless row or one endless cell is refused by row', async () => {
    expect((await refused(`code;name\n${'1;A\n'.repeat(1_000_000)}`))[0].row).toBe(20_002);
    expect((await refused(`code;name\n1;${'x'.repeat(4_000_000)}`))[0].row).toBe(2);
    expect((await refused(`code;name\n1;a${';b'.repeat(40_000)}`))[0].row).toBe(2);
    expect((await refused(`code;name\n1;${'"'.repeat(4_000_001)}`))[0].row).toBe(2);
  });

  it('with more people in an office than the form allows is refused at the first too many', async () => {
    const people = Array.from({ length: 60 }, (_, n) => `Z1;Amt;Kim;k${n}@stadt.example`);
    const problems = await refused([header, ...people].join('\n'));
    expect(problems).toMatchObject([{ row: 52, column: 'contact_email', found: 'k50@stadt.example' }]);
    await send([header, ...people.slice(0, 50)].join('\n')).expect(200);
    expect(await refused([header, ...people.slice(49, 51)].join('\n'))).toMatchObject([{ row: 3 }]);
  });

  it('in which the last of many rows is wrong writes none of them', async () => {
    const good = Array.from({ length: 500 }, (_, n) => `G${n};Amt ${n};Kim;k${n}@stadt.example`);
    const problems = await refused([header, ...good, 'G500;Amt;Kim;k@@stadt.example'].join('\n'));
    expect(problems).toMatchObject([{ row: 502, column: 'contact_email', found: 'k@@stadt.example' }]);
  });
});

describe('T21: offices named like prototypes, operators or paths', () => {
  it('are offices like all others, from the import to the exports', async () => {
    const codes = ['__proto__', 'constructor', 'toString', '$ne', 'a.b', '=1+1'];
    const rows = codes.map((code, n) => `${code};=HYPERLINK(${n});Kim;proto${n}@stadt.example`);
    await send([header, ...rows].join('\n')).expect(200);
    const { offices } = (await officer.get('/api/offices').expect(200)).body;
    const own = offices.filter(({ code }: { code: string }) => codes.includes(code));
    expect(own).toHaveLength(codes.length);
    const { body: draft } = await officer
      .post('/api/waves')
      .send({
        title: '=cmd|x',
        questionnaire: { id: 'kommunal-digital', version: 1 },
        officeIds: own.map(({ id }: { id: string }) => id),
        deadline: '2026-10-16',
        language: 'de',
      })
      .expect(201);
    await officer.post(`/api/waves/${draft.id}/open`).send({ revision: draft.revision }).expect(200);
    await started.pegel.tick();
    const { mails } = (await officer.get(`/api/outbox?waveId=${draft.id}`).expect(200)).body;
    for (const { link } of mails) {
      const projects = [{ id: 'p-1', title: '=cmd|calc', aim: '+1', lead: '@x', risk: '-1+1' }];
      await personWith(started.url, String(link).split('/r/')[1] ?? '')
        .submit({ seen: {}, answers: { ...allAt(2), projects: { value: projects } } })
        .expect(200);
    }
    const results = (await officer.get(`/api/waves/${draft.id}/results`).expect(200)).body.offices;
    expect(results.map(({ score }: { score: { index: number } }) => score.index)).toEqual(Array(6).fill(50));
    const exported = (await officer.get(`/api/waves/${draft.id}/responses.json`).expect(200)).body;
    expect(exported.map(({ office }: { office: string }) => office).sort()).toEqual([...codes].sort());
    for (const name of ['results.csv', 'projects.csv']) {
      const { text, headers } = await officer.get(`/api/waves/${draft.id}/${name}`).expect(200);
      expect(headers['content-disposition']).toMatch(/^attachment; filename="?[a-z0-9.-]+"?$/);
      const cells = parse(text, { delimiter: ';', bom: true }).flat() as string[];
      expect(cells.filter((cell) => /^[=+@\t\r＝]|^-(?!\d+(,\d+)?$)/.test(cell))).toEqual([]);
    }
    expect('polluted' in {}).toBe(false);
  });
});

describe('what is left behind', () => {
  it('T9: the log names no link, address, person or answer, however wrongly a link was copied', async () => {
    const { wave } = await openedWave(officer);
    await started.pegel.tick();
    const { mails } = (await officer.get(`/api/outbox?waveId=${wave.id}`).expect(200)).body;
    const link = String(mails[0].link).split('/r/')[1] ?? 'none';
    const person = personWith(started.url, link);
    await person.open().expect(200);
    const comment = 'streng-geheime-bemerkung';
    const change = { key: 'd1_1', base: 0, value: { value: 3, comment } };
    await person.save({ saveId: 'geheim-save-1', changes: [change] }).expect(200);
    await person.submit({ seen: {}, answers: { d1_1: { value: 9, comment } } });
    const paths = [
      `/r/${link}`,
      `/R/${link}`,
      `//r/${link}`,
      `/r//${link}`,
      `/api/r/${link}`,
      `/x/r/${link}`,
    ];
    const more = [
      `/r%2f${link}`,
      `/r/${link}?${link}`,
      `/r/${link}/x`,
      `/einrichten/${link}`,
      `/api/x?${link}`,
    ];
    for (const path of [...paths, ...more]) {
      await supertest(started.url).get(path);
      await supertest(started.url).post(path).send({ comment });
    }
    const secrets = [link.split('.')[1] ?? 'none', '@stadt.example', officerAccount.email];
    const log = logged.join('');
    expect(log).toContain('/r/[redacted]');
    for (const secret of [...secrets, comment, 'Person 10-1', officerAccount.password]) {
      expect(log).not.toContain(secret);
    }
  });

  it('the data folder, its secret and its mails are for their owner alone', async () => {
    const modeOf = async (...path: string[]) => (await stat(join(started.folder, ...path))).mode & 0o077;
    expect(await modeOf()).toBe(0);
    expect(await modeOf('secret')).toBe(0);
    expect(await modeOf('outbox')).toBe(0);
    for (const mail of await readdir(join(started.folder, 'outbox')))
      expect(await modeOf('outbox', mail)).toBe(0);
  });

  it('a started program writes no file that others may read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pegel-modes-'));
    const settings = { PORT: String(await freePort()), PEGEL_DATA: folder };
    const server = await startServer(settings, 2);
    const names = await readdir(folder);
    expect(names).toEqual(expect.arrayContaining(['secret', 'store.mdb']));
    const modes = await Promise.all(
      names.map(async (name) => [name, (await stat(join(folder, name))).mode & 0o077]),
    );
    await server.stop('SIGTERM');
    await rm(folder, { recursive: true });
    expect(modes).toEqual(names.map((name) => [name, 0]));
  });
});
