import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { databaseDump } from '../harness/database-dump.ts';
import { officerAccount, startPegel } from '../harness/start-pegel.ts';

const tokenOf = (link: string | null) => link?.split('/').at(-1) ?? '';

describe('set-up', () => {
  it('makes the first account by a link that works once', async () => {
    const { url, pegel, agent, stop } = await startPegel();
    const request = { ...officerAccount, token: tokenOf(pegel.setupLink) };
    expect((await agent.get('/api/session').expect(200)).body).toEqual({
      setUp: false,
      city: null,
      account: null,
      csrfToken: null,
    });
    const { body, headers } = await agent.post('/api/setup').send(request).expect(201);
    expect(body).toMatchObject({
      setUp: true,
      city: 'Musterstadt',
      account: { email: officerAccount.email },
    });
    expect(String(headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax/);
    const again = await supertest(url)
      .post('/api/setup')
      .send({ ...request, email: 'x@stadt.example' });
    expect({ status: again.status, type: again.body.type }).toEqual({
      status: 409,
      type: '/problems/already-done',
    });
    await stop();
  });

  it('works once even when sent many times at once', async () => {
    const { url, pegel, folder, stop } = await startPegel();
    const token = tokenOf(pegel.setupLink);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        supertest(url)
          .post('/api/setup')
          .send({ ...officerAccount, token, email: `p${n}@stadt.example` }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect((await databaseDump(folder))['accounts']).toHaveLength(1);
    await stop();
  });

  it('refuses a wrong link and writes nothing', async () => {
    const { agent, folder, stop } = await startPegel();
    const before = await databaseDump(folder);
    const { status, body } = await agent.post('/api/setup').send({ ...officerAccount, token: 'falsch' });
    expect({ status, type: body.type }).toEqual({ status: 403, type: '/problems/forbidden' });
    expect(await databaseDump(folder)).toEqual(before);
    await stop();
  });

  it('refuses a short password by name and keeps the link alive', async () => {
    const { agent, pegel, stop } = await startPegel();
    const request = { ...officerAccount, token: tokenOf(pegel.setupLink) };
    const { status, body } = await agent.post('/api/setup').send({ ...request, password: 'zu-kurz' });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ pointer: '#/password' }]);
    await agent.post('/api/setup').send(request).expect(201);
    await stop();
  });

  it('prints a new link at each start until there is an account, and none afterwards', async () => {
    const first = await startPegel();
    const { folder } = first;
    await first.pegel.stop();
    const second = await startPegel({ folder });
    expect(tokenOf(second.pegel.setupLink)).not.toBe(tokenOf(first.pegel.setupLink));
    const old = { ...officerAccount, token: tokenOf(first.pegel.setupLink) };
    expect((await second.agent.post('/api/setup').send(old)).status).toBe(403);
    await second.officer();
    await second.stop();
    const third = await startPegel({ folder });
    expect(third.pegel.setupLink).toBeNull();
    await third.stop();
    await first.stop();
  });

  it('stores neither the link nor the password', async () => {
    const { pegel, folder, officer, stop } = await startPegel();
    const unused = JSON.stringify(await databaseDump(folder));
    expect(unused).not.toContain(tokenOf(pegel.setupLink));
    await officer();
    const stored = JSON.stringify(await databaseDump(folder));
    expect(stored).not.toContain(officerAccount.password);
    expect(stored).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    await stop();
  });
});
