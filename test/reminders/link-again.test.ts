import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openedWave } from '../builders/wave.ts';
import { startSmtp, type TestSmtp } from '../harness/smtp.ts';
import { type Agent, type StartedPegel, startPegel } from '../harness/start-pegel.ts';

let smtp: TestSmtp;
let started: StartedPegel;
let officer: Agent;

beforeAll(async () => {
  smtp = await startSmtp();
  started = await startPegel({ env: { SMTP_URL: smtp.url } });
  officer = await started.officer();
  await openedWave(officer, { deadline: '2099-12-31' });
  await started.pegel.tick();
});
afterAll(async () => {
  await started.stop();
  await smtp.stop();
});

const ask = (email: string) => started.agent.post('/api/link-again').send({ email });
const mailsTo = (address: string) => smtp.mails.filter(({ to }) => to.includes(address)).length;

async function ticked() {
  await started.pegel.tick();
  await started.pegel.tick();
}

describe('T11: somebody who lost the link', () => {
  it('gets it again by mail, and nobody else gets anything', async () => {
    await ask('A20@stadt.example').expect(202);
    await ticked();
    const [, again] = await smtp.received('a20@stadt.example', 2);
    expect(again?.parsed.text).toMatch(/\/r\/[0-9a-f]{32}\.[\w-]{32}/);
    expect(again?.parsed.text).toContain('20 Amt 20');
    await ask('niemand@stadt.example').expect(202);
    await ticked();
    expect(mailsTo('niemand@stadt.example')).toBe(0);
    expect(mailsTo('a10@stadt.example')).toBe(1);
  });

  it('is answered like somebody nobody knows, byte by byte', async () => {
    const [known, unknown] = [await ask('a30@stadt.example'), await ask('fremd@stadt.example')];
    const shown = ({ status, text, headers }: typeof known) => {
      const { date: _, 'x-request-id': __, ...others } = headers;
      return { status, text, others };
    };
    expect(shown(known)).toEqual(shown(unknown));
    expect(known.text).toBe('{}');
  });

  it('gets one mail however often they ask, and is slowed down, known or not', async () => {
    const statuses = async (email: string) => {
      const all: number[] = [];
      for (let times = 0; times < 7; times += 1) all.push((await ask(email)).status);
      return all;
    };
    expect(await statuses('b10@stadt.example')).toEqual([202, 202, 202, 202, 202, 429, 429]);
    expect(await statuses('keiner@stadt.example')).toEqual([202, 202, 202, 202, 202, 429, 429]);
    await ticked();
    await smtp.received('b10@stadt.example', 2);
    expect(mailsTo('b10@stadt.example')).toBe(2);
  });
});
