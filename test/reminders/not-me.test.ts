import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkTo, openedWave, september } from '../builders/wave.ts';
import { type Agent, type StartedPegel, startPegel } from '../harness/start-pegel.ts';

let started: StartedPegel;
let officer: Agent;
let waveId: string;
let oldLink: string;

beforeAll(async () => {
  started = await startPegel({ at: september });
  officer = await started.officer();
  const { wave } = await openedWave(officer);
  waveId = wave.id;
  await started.pegel.tick();
  oldLink = await linkTo(officer, waveId, 'a20@stadt.example');
});
afterAll(() => started.stop());

const proof = (link: string) => ({ authorization: `Link ${link}` });
const save = (link: string, value: number, base: number) =>
  started.agent
    .patch('/api/r/answers')
    .set(proof(link))
    .send({ saveId: `save-${value}-not-me`, changes: [{ key: 'd1_1', base, value: { value } }] });
const colleague = { name: 'Kim Muster', email: 'kim@stadt.example' };
const proposals = async () => (await officer.get(`/api/waves/${waveId}/proposals`).expect(200)).body;

describe('somebody who is not the right person', () => {
  it('T2: changes nothing by following links; only a sent form is noted', async () => {
    for (const path of ['/api/r', '/api/r/not-me', `/r/${oldLink}`, `/r/${oldLink}?nicht-ich`]) {
      await started.agent.get(path).set(proof(oldLink));
    }
    expect((await proposals()).proposals).toEqual([]);
    await save(oldLink, 2, 0).expect(200);
    await started.agent
      .post('/api/r/not-me')
      .set(proof(oldLink))
      .send({ colleague, note: 'Seit Mai zuständig' })
      .expect(202);
    expect((await proposals()).proposals).toMatchObject([
      { office: { code: '20' }, from: { email: 'a20@stadt.example' }, colleague, note: 'Seit Mai zuständig' },
    ]);
    await started.agent.get('/api/r').set(proof(oldLink)).expect(200);
  });

  it('is replaced when the officer confirms: the answers move along, the old link ends in friendly words (T5)', async () => {
    const [{ id }] = (await proposals()).proposals;
    const after = await officer.post(`/api/proposals/${id}/confirm`).send(colleague).expect(200);
    expect(after.body.proposals).toEqual([]);
    expect(after.body.changes).toMatchObject([
      { from: { email: 'a20@stadt.example' }, to: colleague, by: 'Digitalisierungsbeauftragte' },
    ]);
    const late = await save(oldLink, 3, 1);
    expect(late.status).toBe(410);
    expect(late.body).toMatchObject({ reason: 'handed-over', city: 'Musterstadt' });
    await started.pegel.tick();
    const newLink = await linkTo(officer, waveId, colleague.email);
    const opened = (await started.agent.get('/api/r').set(proof(newLink)).expect(200)).body;
    expect(opened.person.name).toBe('Kim Muster');
    expect(opened.answers.d1_1.value).toEqual({ value: 2 });
    const { offices } = (await officer.get('/api/offices')).body;
    const office = offices.find(({ code }: { code: string }) => code === '20');
    expect(office.contacts).toMatchObject([{ ...colleague, role: 'lead' }]);
    const { invitations } = (await officer.get(`/api/waves/${waveId}/invitations`)).body;
    expect(invitations).toHaveLength(4);
    expect((await officer.post(`/api/proposals/${id}/confirm`).send(colleague)).status).toBe(409);
  });

  it('stays the one who is asked when the officer dismisses it', async () => {
    const link = await linkTo(officer, waveId, 'a30@stadt.example');
    const body = { colleague: null, note: '' };
    await started.agent.post('/api/r/not-me').set(proof(link)).send(body).expect(202);
    const [{ id }] = (await proposals()).proposals;
    await officer.post(`/api/proposals/${id}/dismiss`).send({}).expect(200);
    expect((await proposals()).proposals).toEqual([]);
    await started.agent.get('/api/r').set(proof(link)).expect(200);
  });

  it('is not replaced by somebody who is already invited, nor after the office has submitted', async () => {
    const { invitations } = (await officer.get(`/api/waves/${waveId}/invitations`)).body;
    const idOf = (address: string) =>
      invitations.find(({ email }: { email: string }) => email === address)?.id;
    const replace = (address: string, to: object) =>
      officer.post(`/api/invitations/${idOf(address)}/replace`).send(to);
    expect((await replace('a10@stadt.example', { name: 'B', email: 'b10@stadt.example' })).status).toBe(409);
    const link = await linkTo(officer, waveId, 'a30@stadt.example');
    const keys = Array.from({ length: 30 }, (_, i) => `d${Math.floor(i / 5) + 1}_${(i % 5) + 1}`);
    const answers = Object.fromEntries(keys.map((key) => [key, { value: 2 }]));
    await started.agent.post('/api/r/submission').set(proof(link)).send({ seen: {}, answers }).expect(200);
    expect((await replace('a30@stadt.example', { name: 'X', email: 'x@stadt.example' })).status).toBe(409);
  });
});
