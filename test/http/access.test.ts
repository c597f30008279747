import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../server/operations.ts';
import { openedWave, september } from '../builders/wave.ts';
import { databaseDump } from '../harness/database-dump.ts';
import { type Agent, officerAccount, type StartedPegel, startPegel } from '../harness/start-pegel.ts';
import { pathOf, sampleRequests } from './sample-requests.ts';

const nameOf = ({ method, path }: (typeof operations)[number]) => `${method} ${path}`;
const cases = (list: readonly (typeof operations)[number][]) =>
  list.map((operation) => ({ name: nameOf(operation), operation }));
const ids = { officeId: 'foreign', waveId: 'foreign', invitationId: 'foreign' };

describe('who may do what', () => {
  let started: StartedPegel;
  let officer: Agent;

  beforeAll(async () => {
    started = await startPegel({ at: september });
    officer = await started.officer();
    await openedWave(officer);
    await started.pegel.tick();
  });
  afterAll(() => started.stop());

  const ofOfficer = operations.filter(({ access }) => access === 'officer');
  const writing = ofOfficer.filter(({ method }) => method !== 'get');
  const ofLink = operations.filter(({ access }) => access === 'link');

  it.each(cases(ofOfficer))('$name asks for a signed-in officer', async ({ name, operation }) => {
    const { status, body } = await supertest(started.url)
      [operation.method](pathOf(operation.path, ids))
      .send(operation.method === 'get' ? undefined : sampleRequests[name]);
    expect({ status, type: body.type }).toEqual({ status: 401, type: '/problems/not-signed-in' });
  });

  it.each(cases(writing))(
    '$name refuses the session cookie without the CSRF token',
    async ({ name, operation }) => {
      const agent = await signedInWithoutHeader(started);
      for (const token of ['', 'x'.repeat(43)]) {
        const { status, body } = await agent[operation.method](pathOf(operation.path, ids))
          .set('X-CSRF-Token', token)
          .send(sampleRequests[name]);
        expect({ status, type: body.type }).toEqual({ status: 403, type: '/problems/csrf' });
      }
    },
  );

  it.each(cases(operations.filter(({ method }) => method !== 'get')))(
    '$name refuses a page of another site',
    async ({ name, operation }) => {
      const headers = [
        { Origin: 'https://evil.example' },
        { Origin: 'null' },
        { 'Sec-Fetch-Site': 'cross-site' },
      ];
      for (const header of headers) {
        const { status } = await officer[operation.method](pathOf(operation.path, ids))
          .set(header)
          .send(sampleRequests[name]);
        expect(status).toBe(403);
      }
    },
  );

  it.each(cases(ofLink))('$name knows no guessed link', async ({ name, operation }) => {
    const links = ['', 'Link x', `Link ${'0'.repeat(32)}.${'A'.repeat(32)}`, 'Bearer x', 'Link null'];
    for (const link of links) {
      const { status, body } = await supertest(started.url)
        [operation.method](operation.path)
        .set('Authorization', link)
        .send(operation.method === 'get' ? undefined : sampleRequests[name]);
      expect({ status, type: body.type }).toEqual({ status: 404, type: '/problems/unknown-link' });
    }
  });

  it('changes nothing by GET or HEAD, however it is asked', async () => {
    const before = await databaseDump(started.folder);
    const known = {
      officeId: 'x',
      waveId: (await officer.get('/api/waves')).body.waves[0].id,
      invitationId: 'x',
    };
    for (const { path } of operations.filter(({ method }) => method === 'get')) {
      await officer.get(pathOf(path, known)).set('Purpose', 'prefetch');
      await officer.head(pathOf(path, known));
    }
    for (const page of ['/', '/einrichten/abc', '/r/abc.def', '/aemter', '/erhebungen'])
      await officer.get(page);
    expect(await databaseDump(started.folder)).toEqual(before);
  });

  it('knows no route beside the documented ones', async () => {
    const { status, body } = await officer.get('/api/accounts');
    expect({ status, type: body.type }).toEqual({ status: 404, type: '/problems/unknown' });
    expect((await officer.post('/api/health').send({})).status).toBe(404);
    expect((await officer.get('/api/waves/x/invitations/')).status).toBe(404);
  });

  it('describes every operation in one OpenAPI document', async () => {
    const { body } = await supertest(started.url).get('/api/openapi.json').expect(200);
    expect(body.openapi).toBe('3.1.0');
    for (const { path, method } of operations) expect(body.paths[path][method].summary).not.toBe('');
    expect(
      body.paths['/api/session'].post.requestBody.content['application/json'].schema.properties,
    ).toHaveProperty('email');
  });
});

async function signedInWithoutHeader({ url }: StartedPegel): Promise<Agent> {
  const agent = supertest.agent(url);
  const { email, password } = officerAccount;
  await agent.post('/api/session').send({ email, password }).expect(201);
  return agent;
}
