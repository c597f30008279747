import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseDump } from '../harness/database-dump.ts';
import { type Agent, type StartedPegel, startPegel } from '../harness/start-pegel.ts';

const header = 'code;name;parent;headcount;fields;contact_name;contact_email;contact_role';

describe('the import of offices', () => {
  let started: StartedPegel;
  let officer: Agent;
  beforeAll(async () => {
    started = await startPegel();
    officer = await started.officer();
  });
  afterAll(() => started.stop());

  const send = (file: string | Buffer, query = '') =>
    officer.post(`/api/offices/import${query}`).set('Content-Type', 'text/csv').send(file);
  const preview = async (file: string | Buffer) => (await send(file, '?dryRun=true').expect(200)).body;
  const offices = async () => (await officer.get('/api/offices').expect(200)).body.offices;

  it.each([
    ['semicolons', ';'],
    ['commas', ','],
    ['tabs', '\t'],
  ])('reads %s', async (_name, separator) => {
    const file = `${header}\nT1;Amt für Ämter;;5;verwaltung;Kim;kim@stadt.example;lead\n`.replaceAll(
      ';',
      separator,
    );
    expect(await preview(file)).toMatchObject({ problems: [], rows: 1, offices: { created: ['T1'] } });
  });

  it.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with BOM', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16 with BOM', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['Windows-1252', (text: string) => Buffer.from(text.replace('–', '\u0096'), 'latin1')],
    ['decomposed umlauts', (text: string) => Buffer.from(text.normalize('NFD'))],
  ])('reads %s', async (name, encode) => {
    const code = `E${name.length}`;
    const file = encode(
      `Amt;Bezeichnung;E-Mail;Ansprechperson\r\n${code};Bürgerbüro – Süd;x@stadt.example;Jörg Weiß\r\n`,
    );
    await send(file).expect(200);
    const found = (await offices()).find((office: { code: string }) => office.code === code);
    expect(found).toMatchObject({
      name: 'Bürgerbüro – Süd',
      contacts: [{ name: 'Jörg Weiß', role: 'lead' }],
    });
  });

  it('reads quotes, separators and quotes in quotes, and empty lines', async () => {
    const file = 'code;name\n\nQ1;"Amt; ""Süd"""\n;\nQ2;Amt "Nord"\n';
    await send(file).expect(200);
    const names = (await offices()).map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(['Amt; "Süd"', 'Amt "Nord"']));
  });

  it('takes a row that names only a contact for one more of the office above', async () => {
    const file = `${header}\nF1;Forst;;;;Kim;kim@stadt.example;lead\n;;;;;Toni;toni@stadt.example;expert\n`;
    await send(file).expect(200);
    const forest = (await offices()).find(({ code }: { code: string }) => code === 'F1');
    expect(forest.contacts.map(({ email }: { email: string }) => email).sort()).toEqual([
      'kim@stadt.example',
      'toni@stadt.example',
    ]);
    const { problems } = await preview(`${header}\n;Ohne Code;;;;Kim;kim@stadt.example;lead\n`);
    expect(problems).toMatchObject([{ row: 2, column: 'code', found: '' }]);
  });

  it('names every problem by row and column, with what was found and what is allowed', async () => {
    const file = [
      header,
      'P1;;;zwölf;Verwaltung sport;Kim;kim@stadt.example, eva@evil.example;chef',
      ';Ohne Code;;;;;;',
      'P2;Amt;P9;;;;;',
      'P3;Kreis;P4;;;;;',
      'P4;Kreis;P3;;;;;',
      'P5;Amt;;;;Kim;kim@stadt.example;lead',
      'P5;Anders;;;;Kim;KIM@stadt.example;lead',
      'P6;Amt;;;;Kim;;',
      'P7;Amt;;;;;neu@stadt.example;',
      'P8;Amt;;-3;;;;',
    ].join('\n');
    const { problems } = await preview(file);
    const places = problems.map(({ row, column }: { row: number; column: string }) => `${row} ${column}`);
    expect([...places].sort()).toEqual(
      [
        ...[
          '2 name',
          '2 headcount',
          '2 fields',
          '2 contact_email',
          '2 contact_role',
          '3 code',
          '4 parent',
          '5 parent',
        ],
        ...['6 parent', '8 name', '8 contact_email', '9 contact_email', '10 contact_name', '11 headcount'],
      ].sort(),
    );
    const fields = problems.find(({ column }: { column: string }) => column === 'fields');
    expect(fields).toMatchObject({
      found: 'Verwaltung sport',
      allowed: ['verwaltung', 'bildung', 'wirtschaft', 'beteiligung'],
    });
    expect(fields.detail.de).toContain('sport');
    expect(fields.detail.en).toContain('sport');
  });

  it.each([
    ['a column twice', 'code;name;CODE\n1;2;3', 1],
    ['an unknown column', 'code;name;farbe\n1;2;3', 1],
    ['no column code', 'name\nx', 1],
    ['an empty file', '\n', 1],
    ['a quote never closed', 'code;name\n1;a\n2;"b\n3;c', 4],
    ['a million rows', `code;name\n${'1;A\n'.repeat(1_000_000)}`, 20_002],
    ['a cell beyond the columns', 'code;name\n1;Amt; Süd', 2],
  ])('refuses %s with the row', async (_name, file, row) => {
    const before = await databaseDump(started.folder);
    const { status, body } = await send(file);
    expect({ status, type: body.type }).toEqual({ status: 422, type: '/problems/import-refused' });
    expect(body.problems[0]).toMatchObject({ row });
    expect(body.errors[0].pointer).toMatch(new RegExp(`^#/rows/${row}/`));
    expect(await databaseDump(started.folder)).toEqual(before);
  });

  it('writes nothing in a dry run, nor when one row of many is wrong', async () => {
    const before = await databaseDump(started.folder);
    const good = Array.from({ length: 50 }, (_, n) => `D${n};Amt ${n};;;;;;`);
    expect((await preview([header, ...good].join('\n'))).offices.created).toHaveLength(50);
    expect((await send([header, ...good, 'D99;Amt;X9;;;;;'].join('\n'))).status).toBe(422);
    expect(await databaseDump(started.folder)).toEqual(before);
  });

  it.each([
    ['a workbook', Buffer.from('PK\u0003\u0004\u0014\u0000;code;ü\n1;2', 'latin1'), 'Excel-Datei'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'Excel-Datei'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'keine Textdatei'],
    ['zero bytes', Buffer.from('code;name\u0000;;\n', 'latin1'), 'keine Textdatei'],
  ])('says of %s in one problem that it is no CSV', async (_name, file, words) => {
    const { problems } = await preview(file);
    expect(problems).toMatchObject([{ row: 1, detail: { de: expect.stringContaining(words) } }]);
  });

  it('refuses another kind of file and too large a one', async () => {
    const json = await officer.post('/api/offices/import').send({ code: 1 });
    expect({ status: json.status, type: json.body.type }).toEqual({
      status: 415,
      type: '/problems/unsupported-media-type',
    });
    expect((await send(Buffer.alloc(5_300_000, 'x'))).status).toBe(413);
  });

  it('shows what looks like markup as text', async () => {
    const { problems } = await preview(`${header}\nM1;<img src=x onerror=alert(1)>;"""><script>";;;;;\n`);
    expect(problems).toMatchObject([{ column: 'parent', found: '"><script>' }]);
  });
});
