import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStores } from '../../server/stores.ts';
import { type Agent, type StartedPegel, startPegel } from '../harness/start-pegel.ts';
import { openDatabase } from '../harness/test-database.ts';

const header = 'code;name;parent;headcount;fields;contact_name;contact_email;contact_role';

describe('importing again', () => {
  let started: StartedPegel;
  let officer: Agent;
  beforeEach(async () => {
    started = await startPegel();
    officer = await started.officer();
  });
  afterEach(() => started.stop());

  const send = (rows: readonly string[], query = '') =>
    officer
      .post(`/api/offices/import${query}`)
      .set('Content-Type', 'text/csv')
      .send([header, ...rows].join('\r\n'));
  const offices = async () => (await officer.get('/api/offices').expect(200)).body.offices;

  it('changes what is given, leaves what is empty, and lists what is not in the file', async () => {
    await send([
      'I;Dezernat I;;;;;;',
      '010;Hauptamt;I;40;verwaltung;Kim Muster;kim@stadt.example;lead',
      '010;;;;;Alex Beispiel;alex@stadt.example;expert',
      '20;Kämmerei;I;30;verwaltung;;;',
    ]).expect(200);
    const before = await offices();
    const { body } = await send([
      '010;Haupt- und Personalamt;;;;Kim Neu;KIM@stadt.example;',
      '010;;;;;Uli Neu;uli@stadt.example;',
    ]);
    expect(body).toMatchObject({
      offices: { created: [], changed: ['010'], unchanged: 0 },
      contacts: { created: 1, changed: 1 },
      notInFile: expect.arrayContaining(['I', '20']),
    });
    const [, , after] = [...(await offices())].sort((a, b) => b.code.localeCompare(a.code));
    const old = before.find(({ code }: { code: string }) => code === '010');
    expect(after).toMatchObject({
      id: old.id,
      code: '010',
      name: 'Haupt- und Personalamt',
      parentId: old.parentId,
      headcount: 40,
      fields: ['verwaltung'],
      revision: 2,
    });
    expect(after.contacts.map(({ name, role }: { name: string; role: string }) => `${name} ${role}`)).toEqual(
      ['Kim Neu lead', 'Alex Beispiel expert', 'Uli Neu expert'],
    );
    expect(after.contacts[0].id).toBe(old.contacts[0].id);
  });

  it('changes nothing when the same file is sent again', async () => {
    const rows = ['10;Hauptamt;;40;verwaltung bildung;Kim;kim@stadt.example;lead', '20;Amt;10;;;;;'];
    await send(rows).expect(200);
    const before = await offices();
    const { body } = await send(rows).expect(200);
    expect(body.offices).toEqual({ created: [], changed: [], unchanged: 2 });
    expect(await offices()).toEqual(before);
  });

  it('refuses a circle through offices that are already there', async () => {
    await send(['1;A;;;;;;', '2;B;1;;;;;', '3;C;2;;;;;']).expect(200);
    const { status, body } = await send(['1;;3;;;;;']);
    expect(status).toBe(422);
    expect(body.problems).toMatchObject([{ row: 2, column: 'parent', found: '3' }]);
  });

  it('takes a thousand rows at once', async () => {
    const rows = Array.from(
      { length: 1_000 },
      (_, n) => `${n};Amt ${n};${n < 20 ? '' : n % 20};${n};verwaltung;Person ${n};p${n}@stadt.example;lead`,
    );
    const { body } = await send(rows).expect(200);
    expect(body.offices.created).toHaveLength(1_000);
    const stored = await offices();
    expect(stored).toHaveLength(1_000);
    expect(stored.slice(0, 12).map(({ code }: { code: string }) => code)).toEqual(
      [...Array(12).keys()].map(String),
    );
  });

  it('finishes an import that a stop cut short', async () => {
    await send(['1;Alt;;;;;;']).expect(200);
    const { folder } = started;
    await started.pegel.stop();
    const store = await openDatabase(folder);
    const empty = { name: null, parent: null, headcount: null, fields: null, contact: null };
    const rows = [
      { ...empty, row: 2, code: '1', name: 'Neu' },
      { ...empty, row: 3, code: '2', name: 'Zwei', parent: '1' },
    ];
    await createStores(store.connection).imports.keep({ id: 'cut-short', rows }, new Date());
    await store.close();
    const again = await startPegel({ folder });
    await again.pegel.tick();
    await again.pegel.tick();
    const agent = await again.officer();
    const names = (await agent.get('/api/offices')).body.offices.map(({ name }: { name: string }) => name);
    expect(names).toEqual(['Neu', 'Zwei']);
    await again.stop();
  });
});
