import { afterAll, beforeAll, expect, it } from 'vitest';
import { emailOf, type SeveralWave, severalWave } from '../builders/several.ts';
import { september } from '../builders/wave.ts';
import { type StartedPegel, startPegel } from '../harness/start-pegel.ts';

let started: StartedPegel;
let wave: SeveralWave;

beforeAll(async () => {
  started = await startPegel({ at: september });
  wave = await severalWave(started, { asked: { a: 3 } });
});
afterAll(() => started.stop());

it('T10: in an anonymous wave everybody who has not submitted gets the same reminder, and no lead hears of anybody', async () => {
  const { officer, waveId, people } = wave;
  const keys = Array.from({ length: 30 }, (_, i) => `d${Math.floor(i / 5) + 1}_${(i % 5) + 1}`);
  const answers = Object.fromEntries(keys.map((key) => [key, { value: 2 }]));
  await people['a']?.[1]?.submit({ seen: {}, answers }).expect(200);
  const path = `/api/waves/${waveId}/reminders`;
  const { steps: _, assumed: __, escalates, timeZone: ___, ...rules } = (await officer.get(path)).body;
  expect(escalates).toBe(false);
  await officer
    .put(path)
    .send({ ...rules, leadDaysBefore: 20, divisionDaysBefore: 20 })
    .expect(200);
  started.clock.set('2026-09-28T06:00:30Z');
  await started.pegel.tick();
  await started.pegel.tick();
  const { mails } = (await officer.get(`/api/outbox?waveId=${waveId}`)).body;
  const sent = mails.filter(({ kind }: { kind: string }) => kind === 'reminder' || kind === 'escalation');
  const [domain] = emailOf('x', 0).split('@').slice(1);
  expect(sent).toHaveLength(2);
  for (const { kind, to, subject } of sent) {
    expect(kind).toBe('reminder');
    expect(to.endsWith(`@${domain}`)).toBe(true);
    expect(subject).toContain('Ihr Fragebogen wartet');
  }
  expect((await officer.get(`${path}/escalation`).expect(200)).body).toMatchObject({
    missing: [],
    mails: [],
  });
});
