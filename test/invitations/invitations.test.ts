import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addOffice, invitationsOf, linkTo, openedWave, september, waveOver } from '../builders/wave.ts';
import { type Agent, type StartedPegel, startPegel } from '../harness/start-pegel.ts';

let started: StartedPegel;
let officer: Agent;
let waveId: string;
let officeId: string;
const logged: string[] = [];

beforeAll(async () => {
  const log = pino({ level: 'trace' }, { write: (text: string) => logged.push(text) });
  started = await startPegel({ at: september, log });
  officer = await started.officer();
});
afterAll(() => started.stop());

beforeEach(async () => {
  const { wave, offices } = await openedWave(officer);
  waveId = wave.id;
  officeId = offices[1]?.id;
  await started.pegel.tick();
});

const email = 'a20@stadt.example';
const rowOf = async (address = email) =>
  (await invitationsOf(officer, waveId)).invitations.find((row: { email: string }) => row.email === address);
const visit = (link: string) => started.agent.get('/api/r').set('Authorization', `Link ${link}`);
const resend = async (id: string, newLink: boolean) =>
  officer.post(`/api/invitations/${id}/resend`).send({ newLink });
const mailsTo = async (address: string) =>
  (await officer.get(`/api/outbox?waveId=${waveId}`).expect(200)).body.mails.filter(
    (mail: { to: string }) => mail.to === address,
  );

describe('the cockpit of a wave', () => {
  it('shows for every contact whether the mail is out and whether a person has looked', async () => {
    expect(await rowOf()).toMatchObject({
      officeId,
      officeCode: '20',
      officeName: 'Amt 20',
      name: 'Person 20-1',
      role: 'lead',
      mail: { state: 'sent', error: null },
      revokedAt: null,
      seenAt: null,
      response: { state: 'none', answered: 0, at: null },
    });
    started.clock.pass(60_000);
    const link = await linkTo(officer, waveId, email);
    await started.agent.post('/api/r/seen').set('Authorization', `Link ${link}`).send({}).expect(204);
    const seenAt = started.clock.now().toISOString();
    started.clock.pass(60_000);
    await started.agent.post('/api/r/seen').set('Authorization', `Link ${link}`).send({}).expect(204);
    expect((await rowOf()).seenAt).toBe(seenAt);
    expect((await invitationsOf(officer, waveId)).counts).toMatchObject({ sent: 4, seen: 1 });
  });

  it('is not found for a wave nobody knows', async () => {
    expect((await officer.get('/api/waves/w-unknown/invitations')).status).toBe(404);
  });
});

describe('T1: mail gateways that follow the link before a person does', () => {
  it('change nothing with GET, HEAD or prefetch, however many at once', async () => {
    const link = await linkTo(officer, waveId, email);
    const before = await invitationsOf(officer, waveId);
    await Promise.all([
      ...Array.from({ length: 50 }, () => visit(link).expect(200)),
      visit(link).set('Purpose', 'prefetch').expect(200),
      visit(link).set('Sec-Purpose', 'prefetch').expect(200),
      started.agent.head('/api/r').set('Authorization', `Link ${link}`).expect(200),
      started.agent.get(`/r/${link}`),
      started.agent.head(`/r/${link}`),
    ]);
    expect(await invitationsOf(officer, waveId)).toEqual(before);
    await visit(link).expect(200);
  });
});

describe('T3: a link', () => {
  it('gets one and the same answer whatever is wrong with it', async () => {
    const link = await linkTo(officer, waveId, email);
    const [id = '', mac = ''] = link.split('.');
    const other = (await linkTo(officer, waveId, 'a30@stadt.example')).split('.')[1] ?? '';
    const flipped = `${mac.slice(0, -1)}${mac.endsWith('A') ? 'B' : 'A'}`;
    const wrong = [
      `${id}.${flipped}`,
      `${id}.${other}`,
      `${'0'.repeat(32)}.${mac}`,
      `${id}.`,
      id,
      'x',
      `${id}.${mac}.${mac}`,
      `${id.toUpperCase()}.${mac}`,
    ];
    const answers = await Promise.all(wrong.map((one) => visit(one)));
    const bodies = answers.map(({ status, body }) => ({ status, ...body, instance: null, requestId: null }));
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    expect(bodies[0]).toMatchObject({ status: 404, type: '/problems/unknown-link' });
    await visit(link).expect(200);
  });

  it('slows down whoever guesses, and nobody else', async () => {
    const link = await linkTo(officer, waveId, email);
    const guesses = [];
    for (let n = 0; n < 150; n += 1) guesses.push((await visit(`${'0'.repeat(32)}.guess${n}`)).status);
    expect(guesses[0]).toBe(404);
    expect(guesses.at(-1)).toBe(429);
    await visit(link).expect(200);
  });

  it('T9: stands nowhere but in the mail: not in the store, not in an answer, not in the log', async () => {
    const link = await linkTo(officer, waveId, email);
    const [id = 'none', mac = 'none'] = link.split('.');
    await visit(link).expect(200);
    await started.agent.get(`/r/${link}`);
    const answers = [await invitationsOf(officer, waveId), (await officer.get('/api/waves')).body];
    const files = (await readdir(started.folder)).filter((name) => !['outbox', 'secret'].includes(name));
    const bytes = await Promise.all(
      files.map((name) => readFile(join(started.folder, name), 'latin1').catch(() => '')),
    );
    expect(bytes.some((stored) => stored.includes(id))).toBe(true);
    expect(logged.length).toBeGreaterThan(0);
    for (const place of [...bytes, ...logged, JSON.stringify(answers)])
      expect(place.includes(mac)).toBe(false);
  });
});

describe('sending an invitation again', () => {
  it('owes one more mail with the same link', async () => {
    const { id } = await rowOf();
    const link = await linkTo(officer, waveId, email);
    const res = await resend(id, false);
    expect(res.status).toBe(202);
    await started.pegel.tick();
    const mails = await mailsTo(email);
    expect(mails).toHaveLength(2);
    expect(mails.every((mail: { state: string }) => mail.state === 'sent')).toBe(true);
    expect(await linkTo(officer, waveId, email)).toBe(link);
    await visit(link).expect(200);
  });

  it('with a new link ends the old one, which says so and whom to call', async () => {
    const { id } = await rowOf();
    const old = await linkTo(officer, waveId, email);
    await resend(id, true);
    await started.pegel.tick();
    const link = await linkTo(officer, waveId, email);
    expect(link).not.toBe(old);
    await visit(link).expect(200);
    const over = await visit(old);
    expect(over.body).toMatchObject({
      status: 410,
      type: '/problems/link-over',
      reason: 'replaced',
      city: 'Musterstadt',
      contact: { name: 'Digitalisierungsbeauftragte', phone: '0123 456-789' },
    });
  });

  it('goes to the corrected address, and ends the link that went to the wrong one', async () => {
    const office = await addOffice(officer, { code: '50', emails: ['falsch@stadt.example'] });
    const draft = (
      await officer
        .post('/api/waves')
        .send(waveOver([office.id]))
        .expect(201)
    ).body;
    waveId = draft.id;
    await officer.post(`/api/waves/${waveId}/open`).send({ revision: draft.revision }).expect(200);
    const old = await linkTo(officer, waveId, 'falsch@stadt.example');
    const { id: _id, ...fields } = office;
    const contacts = office.contacts.map((one: object) => ({ ...one, email: 'richtig@stadt.example' }));
    await officer
      .put(`/api/offices/${office.id}`)
      .send({ ...fields, contacts })
      .expect(200);
    await resend((await rowOf('falsch@stadt.example')).id, false);
    await started.pegel.tick();
    expect((await rowOf('richtig@stadt.example')).mail.state).toBe('sent');
    expect((await visit(old)).body.reason).toBe('replaced');
    await visit(await linkTo(officer, waveId, 'richtig@stadt.example')).expect(200);
  });

  it('asked for several times at once sends no more mails than it accepted', async () => {
    const { id } = await rowOf();
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => resend(id, false)));
    const statuses = new Set(answers.map(({ status }) => status));
    const accepted = answers.filter(({ status }) => status === 202).length;
    expect([...statuses].every((status) => [202, 409].includes(status))).toBe(true);
    await started.pegel.tick();
    const sent = (await mailsTo(email)).filter((mail: { state: string }) => mail.state === 'sent');
    expect(sent.length).toBeGreaterThanOrEqual(2);
    expect(sent.length).toBeLessThanOrEqual(1 + accepted);
  });

  it('is refused once the wave is over, and for an invitation nobody knows', async () => {
    const { id } = await rowOf();
    const { revision } = (await officer.get(`/api/waves/${waveId}`)).body;
    await officer.post(`/api/waves/${waveId}/close`).send({ revision }).expect(200);
    expect((await resend(id, false)).body).toMatchObject({ status: 409, type: '/problems/conflict' });
    expect((await resend('unknown', false)).status).toBe(404);
  });

  it.each([
    [{}],
    [{ newLink: 'true' }],
    [{ newLink: { $ne: null } }],
    [{ newLink: true, to: 'x@y.de' }],
    [[true]],
  ])('answers %j with 400 and sends nothing', async (body) => {
    const { id } = await rowOf();
    expect((await officer.post(`/api/invitations/${id}/resend`).send(body)).status).toBe(400);
    await started.pegel.tick();
    expect(await mailsTo(email)).toHaveLength(1);
  });
});

describe('ending a link', () => {
  it('makes it say so, once, until a new one is sent', async () => {
    const { id } = await rowOf();
    const old = await linkTo(officer, waveId, email);
    const revoked = await officer.post(`/api/invitations/${id}/revoke`).send({}).expect(200);
    expect(revoked.body.revokedAt).toBe(started.clock.now().toISOString());
    expect((await visit(old)).body).toMatchObject({ status: 410, reason: 'revoked' });
    const again = await officer.post(`/api/invitations/${id}/revoke`).send({});
    expect(again.body).toMatchObject({ status: 409, type: '/problems/already-done' });
    expect((await resend(id, false)).body).toMatchObject({ status: 409, type: '/problems/conflict' });

    expect((await resend(id, true)).status).toBe(202);
    await started.pegel.tick();
    await visit(await linkTo(officer, waveId, email)).expect(200);
    expect((await visit(old)).body.reason).toBe('replaced');
  });

  it('is not found for an invitation nobody knows', async () => {
    expect((await officer.post('/api/invitations/unknown/revoke').send({})).status).toBe(404);
  });
});
