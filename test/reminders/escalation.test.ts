import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addOffice, september, waveOver } from '../builders/wave.ts';
import { type Agent, type StartedPegel, startPegel } from '../harness/start-pegel.ts';

let started: StartedPegel;
let officer: Agent;
let waveId: string;
let officeIds: string[];

beforeAll(async () => {
  started = await startPegel({ at: september });
  officer = await started.officer();
  const division = await addOffice(officer, { code: 'II', emails: ['dezernat@stadt.example'] });
  const offices = [];
  for (const code of ['40', '50', '60']) {
    const emails = [`amt${code}@stadt.example`];
    offices.push(await addOffice(officer, { code, emails, parentId: division.id }));
  }
  officeIds = offices.map(({ id }) => id);
  const draft = (await officer.post('/api/waves').send(waveOver(officeIds)).expect(201)).body;
  waveId = draft.id;
  await officer.post(`/api/waves/${waveId}/open`).send({ revision: draft.revision }).expect(200);
  await started.pegel.tick();
  const path = `/api/waves/${waveId}/reminders`;
  const { steps: _, assumed: __, escalates: ___, timeZone: ____, ...rules } = (await officer.get(path)).body;
  await officer
    .put(path)
    .send({ ...rules, daysAfterOpening: [], daysBeforeDeadline: [], divisionDaysBefore: 3 })
    .expect(200);
});
afterAll(() => started.stop());

const escalation = () => `/api/waves/${waveId}/reminders/escalation`;
const sent = async () => {
  const { mails } = (await officer.get(`/api/outbox?waveId=${waveId}`)).body;
  return mails.filter(({ kind }: { kind: string }) => kind === 'escalation');
};

describe('missing answers near the deadline', () => {
  it('are shown to the officer with everybody who would hear of them', async () => {
    const { mails, missing, stopped } = (await officer.get(escalation()).expect(200)).body;
    expect(stopped).toBe(false);
    expect(missing.map(({ code }: { code: string }) => code)).toEqual(['40', '50', '60']);
    expect(mails).toMatchObject([
      { kind: 'division', email: 'dezernat@stadt.example', officeName: 'Amt II' },
    ]);
  });

  it('reach the lead of the division in one mail, without spared offices and without a link', async () => {
    await officer.put(escalation()).send({ office: officeIds[1], stopped: true }).expect(200);
    started.clock.set('2026-10-13T06:00:30Z');
    await started.pegel.tick();
    await started.pegel.tick();
    const mails = await sent();
    expect(mails).toMatchObject([{ to: 'dezernat@stadt.example', state: 'sent' }]);
    expect(mails[0].text).toContain('40 Amt 40');
    expect(mails[0].text).not.toContain('50 Amt 50');
    expect(mails[0].text).not.toContain('/r/');
  });

  it('reach nobody once the officer has stopped it', async () => {
    await officer.put(escalation()).send({ office: null, stopped: true }).expect(200);
    expect((await officer.get(escalation())).body.stopped).toBe(true);
    const before = (await sent()).length;
    started.clock.set('2026-10-14T06:00:30Z');
    await started.pegel.tick();
    await started.pegel.tick();
    expect(await sent()).toHaveLength(before);
  });
});
