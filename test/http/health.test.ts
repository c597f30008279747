import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedPegel, startPegel } from '../harness/start-pegel.ts';

describe('health', () => {
  let started: StartedPegel;
  beforeAll(async () => {
    started = await startPegel();
  });
  afterAll(() => started.stop());

  it('says that Pegel works', async () => {
    const { body } = await started.agent.get('/api/health').expect(200);
    expect(body).toMatchObject({ status: 'ok' });
  });

  it('signs an officer in', async () => {
    const officer = await started.officer();
    const { body } = await officer.get('/api/session').expect(200);
    expect(body).toMatchObject({ setUp: true, city: 'Musterstadt', account: { name: 'Dana Beispiel' } });
  });
});
