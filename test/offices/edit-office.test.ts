import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addOffice, draftedWave, september } from '../builders/wave.ts';
import { type Agent, type StartedPegel, startPegel } from '../harness/start-pegel.ts';

describe('an office', () => {
  let started: StartedPegel;
  let officer: Agent;
  beforeAll(async () => {
    started = await startPegel({ at: september });
    officer = await started.officer();
  });
  afterAll(() => started.stop());

  const editable = ({ id: _id, ...rest }: { id: string }) => rest;
  const refusal = ({
    status,
    body,
  }: {
    status: number;
    body: { type: string; errors?: { pointer: string }[] };
  }) => ({
    status,
    type: body.type,
    pointers: body.errors?.map(({ pointer }) => pointer) ?? [],
  });

  it('keeps its id and the ids of its contacts when it is edited', async () => {
    const office = await addOffice(officer, { code: 'A1', emails: ['a@stadt.example', 'b@stadt.example'] });
    const [first] = office.contacts;
    const changed = {
      ...editable(office),
      name: 'Neuer Name',
      contacts: [
        { ...first, name: 'Neue Person' },
        { name: 'Dritte', email: 'c@stadt.example', role: 'expert' },
      ],
    };
    const { body } = await officer.put(`/api/offices/${office.id}`).send(changed).expect(200);
    expect(body).toMatchObject({ id: office.id, name: 'Neuer Name', revision: 2 });
    expect(body.contacts[0]).toMatchObject({ id: first.id, name: 'Neue Person' });
    expect(body.contacts).toHaveLength(2);
    const stale = await officer.put(`/api/offices/${office.id}`).send(changed);
    expect(refusal(stale)).toMatchObject({ status: 409, type: '/problems/stale' });
  });

  it('refuses a code that another office has, a circle, an unknown field and an address twice, each by field', async () => {
    const parent = await addOffice(officer, { code: 'B1', emails: [] });
    const child = await addOffice(officer, { code: 'B2', emails: [], parentId: parent.id });
    const contact = { name: 'Kim', email: 'kim@stadt.example', role: 'lead' };
    const answer = await officer.put(`/api/offices/${parent.id}`).send({
      ...editable(parent),
      code: 'B2',
      parentId: child.id,
      fields: ['sport'],
      contacts: [contact, { ...contact, email: 'KIM@stadt.example' }],
    });
    expect(refusal(answer)).toEqual({
      status: 409,
      type: '/problems/conflict',
      pointers: ['#/code', '#/parentId', '#/fields/0', '#/contacts/1/email'],
    });
  });

  it('takes no contact of another office', async () => {
    const one = await addOffice(officer, { code: 'C1', emails: ['eins@stadt.example'] });
    const two = await addOffice(officer, { code: 'C2', emails: ['zwei@stadt.example'] });
    const answer = await officer
      .put(`/api/offices/${two.id}`)
      .send({ ...editable(two), contacts: one.contacts });
    expect(refusal(answer)).toMatchObject({ status: 409, pointers: ['#/contacts/0/id'] });
  });

  it.each([
    'a@stadt.example, b@evil.example',
    'a@stadt.example\r\nBcc: b@evil.example',
    '"a b"@stadt.example',
    'a(comment)@stadt.example',
    'team: a@stadt.example, b@stadt.example;',
    'a@b@stadt.example',
    'Kim <kim@stadt.example>',
  ])('takes no address like %j', async (email) => {
    const contacts = [{ name: 'Kim', email, role: 'lead' }];
    const sent = { code: 'D1', name: 'Amt', parentId: null, headcount: null, fields: [], contacts };
    const answer = await officer.post('/api/offices').send(sent);
    expect(refusal(answer)).toMatchObject({ status: 400, pointers: ['#/contacts/0/email'] });
  });

  it('can be removed until a wave names it or an office stands below it', async () => {
    const free = await addOffice(officer, { code: 'E1', emails: [] });
    await officer.delete(`/api/offices/${free.id}`).expect(204);
    await officer.delete(`/api/offices/${free.id}`).expect(404);
    const parent = await addOffice(officer, { code: 'E2', emails: [] });
    await addOffice(officer, { code: 'E3', emails: [], parentId: parent.id });
    expect(refusal(await officer.delete(`/api/offices/${parent.id}`))).toMatchObject({ status: 409 });
    const { offices } = await draftedWave(officer);
    expect(refusal(await officer.delete(`/api/offices/${offices[0].id}`))).toMatchObject({ status: 409 });
  });

  it('is described by a template that imports as it is', async () => {
    const { text, headers } = await officer.get('/api/offices/template.csv').expect(200);
    expect(headers['content-disposition']).toContain('attachment');
    expect(
      text.startsWith('\ufeffcode;name;parent;headcount;fields;contact_name;contact_email;contact_role\r\n'),
    ).toBe(true);
    const { body } = await officer
      .post('/api/offices/import?dryRun=true')
      .set('Content-Type', 'text/csv')
      .send(text)
      .expect(200);
    expect(body.problems).toEqual([]);
  });
});
