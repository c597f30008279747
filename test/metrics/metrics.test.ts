import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkTo, openedWave, september } from '../builders/wave.ts';
import { type StartedPegel, startPegel } from '../harness/start-pegel.ts';

const token = 'a-token-for-the-monitoring';
let started: StartedPegel;
let off: StartedPegel;
beforeAll(async () => {
  started = await startPegel({ at: september, env: { PEGEL_METRICS_TOKEN: token } });
  off = await startPegel({ at: september });
});
afterAll(async () => {
  await started.stop();
  await off.stop();
});

const scrape = (pegel: StartedPegel, given: string) =>
  pegel.agent.get('/api/metrics').set('Authorization', `Bearer ${given}`);

describe('the figures for Prometheus', () => {
  it('are not there without a setting, and for nobody without its token', async () => {
    const unknown = await off.agent.get('/api/nothing').expect(404);
    const { body } = await scrape(off, token).expect(404);
    expect(body.type).toBe(unknown.body.type);
    await started.agent.get('/api/metrics').expect(401);
    await scrape(started, `${token}x`).expect(401);
  });

  it('count requests, mails, waves, jobs and the store, and name nobody', async () => {
    const officer = await started.officer();
    const { wave } = await openedWave(officer);
    await started.pegel.tick();
    const link = await linkTo(officer, wave.id, 'a20@stadt.example');
    await started.agent.get('/api/r').set('Authorization', `Link ${link}`).expect(200);
    await started.agent.get(`/r/${link}`);
    await started.agent.get(`/wp-admin/${link}`);
    const { text } = await scrape(started, token).expect(200);
    expect(text).toMatch(/_count\{method="GET",route="\/api\/r",status="2xx"\} 1\n/);
    expect(text).toMatch(/_count\{method="POST",route="\/api\/waves\/:id\/open",status="2xx"\} 1\n/);
    expect(text).toContain('pegel_mails{state="sent"} 4\n');
    expect(text).toContain('pegel_waves{state="open"} 1\n');
    expect(text).toContain('pegel_store_documents{collection="offices"} 3\n');
    expect(text).toMatch(/pegel_store_bytes [1-9]/);
    expect(text).toContain('pegel_job_runs_total{job="sendOwedMails",outcome="failed"} 0\n');
    expect(text).toContain('pegel_backup_age_seconds Nan\n');
    expect(text).toContain('nodejs_eventloop_lag_seconds');
    const secrets = [link, wave.id, 'stadt.example', 'Person', 'wp-admin', 'Digitaler'];
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  });
});
