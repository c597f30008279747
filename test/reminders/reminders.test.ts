import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addOffice, linkTo, openedWave, september, waveOver } from '../builders/wave.ts';
import { type Agent, type StartedPegel, startPegel } from '../harness/start-pegel.ts';

let started: StartedPegel;
let officer: Agent;

beforeAll(async () => {
  started = await startPegel({ at: september, env: { PEGEL_HOLIDAYS: 'DE-NW' } });
  officer = await started.officer();
});
afterAll(() => started.stop());

async function at(instant: string) {
  started.clock.set(instant);
  await started.pegel.tick();
  await started.pegel.tick();
}

interface ShownMail {
  readonly kind: string;
  readonly to: string;
  readonly state: string;
  readonly subject: string;
  readonly text: string | null;
  readonly sentAt: string | null;
}

async function mailsOf(kind: string): Promise<readonly ShownMail[]> {
  const { mails } = (await officer.get('/api/outbox').expect(200)).body;
  return mails.filter((one: ShownMail) => one.kind === kind);
}

const sentOn = async (kind: string, day: string) =>
  (await mailsOf(kind))
    .filter(({ sentAt }) => sentAt?.startsWith(day))
    .map(({ to }) => to)
    .sort();

const answersOf = (count: number) =>
  Array.from({ length: 30 }, (_, i) => `d${Math.floor(i / 5) + 1}_${(i % 5) + 1}`).slice(0, count);

async function save(link: string, count: number, saveId: string) {
  const changes = answersOf(count).map((key) => ({ key, base: 0, value: { value: 2 } }));
  await started.agent
    .patch('/api/r/answers')
    .set('authorization', `Link ${link}`)
    .send({ saveId, changes })
    .expect(200);
}

async function submit(link: string, seenCount = 0) {
  const seen = Object.fromEntries(answersOf(seenCount).map((key) => [key, 1]));
  const answers = Object.fromEntries(answersOf(30).map((key) => [key, { value: 2 }]));
  await started.agent
    .post('/api/r/submission')
    .set('authorization', `Link ${link}`)
    .send({ seen, answers })
    .expect(200);
}

describe('reminders of an open wave', () => {
  it('go to whoever has not submitted, with a text that fits how far they are', async () => {
    const { wave } = await openedWave(officer);
    await started.pegel.tick();
    const link = (email: string) => linkTo(officer, wave.id, email);
    await save(await link('a20@stadt.example'), 5, 'save-0001-five');
    await save(await link('a30@stadt.example'), 29, 'save-0001-most');
    await at('2026-09-21T05:59:00Z');
    expect(await mailsOf('reminder')).toEqual([]);
    await at('2026-09-21T06:00:30Z');
    const mails = await mailsOf('reminder');
    const subjectTo = (email: string) => mails.find(({ to }) => to === email)?.subject;
    expect(mails).toHaveLength(4);
    expect(mails.every(({ state }) => state === 'sent')).toBe(true);
    expect(subjectTo('a10@stadt.example')).toContain('Ihr Fragebogen wartet');
    expect(subjectTo('a20@stadt.example')).toContain('Bitte schließen Sie ab');
    expect(subjectTo('a30@stadt.example')).toContain('Es fehlt nicht mehr viel');
  });

  it('shows the steps with their dates and how many would get them', async () => {
    const [wave] = (await officer.get('/api/waves').expect(200)).body.waves;
    const { steps } = (await officer.get(`/api/waves/${wave.id}/reminders`).expect(200)).body;
    expect(
      steps.map((one: { sentOn: string; state: string; recipients: number }) => [
        one.sentOn,
        one.state,
        one.recipients,
      ]),
    ).toEqual([
      ['2026-09-21', 'done', 4],
      ['2026-10-09', 'next', 4],
      ['2026-10-14', 'planned', 4],
    ]);
  });

  it('sends nothing to somebody who submits between the step and the sending (T38)', async () => {
    const [wave] = (await officer.get('/api/waves').expect(200)).body.waves;
    await submit(await linkTo(officer, wave.id, 'a20@stadt.example'), 5);
    await at('2026-10-09T06:00:30Z');
    expect(await sentOn('reminder', '2026-10-09')).toEqual([
      'a10@stadt.example',
      'a30@stadt.example',
      'b10@stadt.example',
    ]);
  });

  it('merges the offices and waves of one person into one mail a day with all links', async () => {
    const both = await addOffice(officer, { code: '60', emails: ['a10@stadt.example'] });
    const draft = (await officer.post('/api/waves').send(waveOver([both.id], { deadline: '2026-10-16' })))
      .body;
    await officer.post(`/api/waves/${draft.id}/open`).send({ revision: draft.revision }).expect(200);
    await started.pegel.tick();
    await at('2026-10-14T06:00:30Z');
    expect(await sentOn('reminder', '2026-10-14')).toEqual([
      'a10@stadt.example',
      'a30@stadt.example',
      'b10@stadt.example',
    ]);
    const mails = await mailsOf('reminder');
    const merged = mails.find(
      ({ to, sentAt }) => to === 'a10@stadt.example' && sentAt?.startsWith('2026-10-14'),
    );
    expect(merged?.text?.match(/\/r\/[\w.-]+/g)?.length).toBeGreaterThanOrEqual(2);
    expect(merged?.text).toContain('60 Amt 60');
    expect(merged?.text).toContain('10 Amt 10');
  });

  it('reminds one person now, a second time the same day only when asked for again', async () => {
    const [, wave] = (await officer.get('/api/waves').expect(200)).body.waves;
    const { invitations } = (await officer.get(`/api/waves/${wave.id}/invitations`).expect(200)).body;
    const idOf = (email: string) => invitations.find((one: { email: string }) => one.email === email).id;
    const remind = (email: string, again: boolean) =>
      officer.post(`/api/invitations/${idOf(email)}/remind`).send({ again });
    started.clock.set('2026-10-14T09:00:00Z');
    expect((await remind('b10@stadt.example', false)).status).toBe(409);
    await remind('b10@stadt.example', true).expect(202);
    await remind('a20@stadt.example', true).expect(409);
    await started.pegel.tick();
    const days = await sentOn('reminder', '2026-10-14');
    expect(days.filter((to) => to === 'b10@stadt.example')).toHaveLength(2);
  });

  it('sends nothing after the deadline', async () => {
    const before = (await mailsOf('reminder')).length;
    await at('2026-10-19T06:00:30Z');
    expect(await mailsOf('reminder')).toHaveLength(before);
    expect((await mailsOf('reminder')).every(({ subject }) => subject !== '')).toBe(true);
  });
});

describe('the rules of a wave', () => {
  it('are kept, refused from a stale page, and never make up for what is past', async () => {
    started.clock.set('2026-11-02T08:00:00Z');
    const { wave } = await openedWave(officer, { deadline: '2026-11-30' });
    const {
      steps: _,
      assumed: __,
      escalates: ___,
      timeZone: ____,
      ...rules
    } = (await officer.get(`/api/waves/${wave.id}/reminders`).expect(200)).body;
    await started.pegel.tick();
    await officer
      .put(`/api/waves/${wave.id}/reminders`)
      .send({ ...rules, revision: 0 })
      .expect(409);
    const { revision } = (await officer.get(`/api/waves/${wave.id}/reminders`)).body;
    started.clock.set('2026-11-06T09:00:00Z');
    const changed = await officer
      .put(`/api/waves/${wave.id}/reminders`)
      .send({ ...rules, revision, daysAfterOpening: [2], daysBeforeDeadline: [3] })
      .expect(200);
    expect(changed.body.steps.map(({ state }: { state: string }) => state)).toEqual(['over', 'next']);
    await at('2026-11-06T09:00:30Z');
    expect(await sentOn('reminder', '2026-11-06')).toEqual([]);
    const window = { ...rules, revision: revision + 1, fromHour: 17, toHour: 8 };
    expect((await officer.put(`/api/waves/${wave.id}/reminders`).send(window)).status).toBe(400);
  });
});
