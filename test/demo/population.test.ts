import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { musterstadt, officesCsv } from '../../server/cli/demo/musterstadt.ts';
import { demoAccount } from '../../server/cli/demo/officer-session.ts';
import { runDemo } from '../../server/cli/demo.ts';
import type { Pegel } from '../../server/compose.ts';
import { Refusal } from '../../server/refusal.ts';
import type { ResultsResponse } from '../../server/results/results.wire.ts';
import { freePort } from '../harness/free-port.ts';
import type { Agent } from '../harness/start-pegel.ts';

let folder: string;
let url: string;
let pegel: Pegel | null;
let officer: Agent;
let results: ResultsResponse;
const printed: string[] = [];

const demo = (environment: Record<string, string>) =>
  runDemo({
    environment,
    folder,
    language: 'de',
    stop: new AbortController().signal,
    print: (line) => printed.push(line),
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pegel-demo-'));
  const port = String(await freePort());
  url = `http://127.0.0.1:${port}`;
  const elsewhere = { SMTP_URL: 'smtp://127.0.0.1:1', MONGODB_URI: 'mongodb://127.0.0.1:1/pegel' };
  pegel = await demo({ PORT: port, PEGEL_DATA: '/nowhere', ...elsewhere });
  officer = supertest.agent(url);
  const { email, password } = demoAccount;
  await officer.post('/api/session').send({ email, password }).expect(201);
  const { body } = await officer.get('/api/overview').expect(200);
  results = (await officer.get(`/api/waves/${body.wave.id}/results`).expect(200)).body;
});
afterAll(async () => {
  await pegel?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('the demo', () => {
  it('asks 24 offices in 5 divisions with 31 made-up people', () => {
    expect(musterstadt).toHaveLength(24);
    expect(results.divisions).toHaveLength(5);
    const addresses = musterstadt.flatMap(({ contacts }) => contacts.map(({ email }) => email));
    expect(new Set(addresses).size).toBe(31);
    expect(addresses.filter((address) => !/^[a-z]+\d+@musterstadt\.example$/.test(address))).toEqual([]);
    expect(officesCsv(musterstadt).trim().split('\r\n')).toHaveLength(1 + 5 + 31);
  });

  it('has 22 offices submit, one stop half-way and one not begin', () => {
    expect(results.offices).toHaveLength(24);
    expect(results.cityScore).toMatchObject({ offices: 24, answered: 22 });
    const rest = results.offices.filter(({ score }) => score === null);
    expect(rest.map(({ code, answered }) => [code, answered > 0])).toEqual([
      ['23', false],
      ['37', true],
    ]);
  });

  it('shows values, provisional ones, too few answers and what does not apply', () => {
    const statuses = results.offices.flatMap(({ score }) =>
      Object.values(score?.dimensions ?? {}).map(({ status }) => status),
    );
    for (const status of ['scored', 'provisional', 'insufficient', 'notApplicable']) {
      expect(statuses).toContain(status);
    }
    expect(results.offices.flatMap(({ score }) => score?.index ?? [])).toHaveLength(22);
  });

  it('prints progress, the scores of every office, the account and links to answer with', async () => {
    expect(printed).toContain('Ämter antworten: 24 von 24');
    expect(printed).toContain('Dezernat II · Bildung und Soziales');
    for (const { code, name } of musterstadt) {
      expect(printed.some((line) => line.startsWith(`  ${code} ${name}`))).toBe(true);
    }
    const all = printed.join('\n');
    expect(all).toContain(demoAccount.password);
    const link = /Antworten als 37 Feuerwehr: \S+\/r\/(\S+)/.exec(all)?.[1];
    const { body } = await supertest(url).get('/api/r').set('Authorization', `Link ${link}`).expect(200);
    expect(body).toMatchObject({ office: { code: '37' }, state: 'draft' });
  });

  it('reports projects of several offices', async () => {
    const { body } = await officer.get(`/api/waves/${results.wave.id}/projects`).expect(200);
    expect(body.offices).toBeGreaterThan(5);
    expect(body.projects.length).toBeGreaterThan(body.offices);
  });

  it('does not take the folder of a demo that is running', async () => {
    const second = demo({ PORT: String(await freePort()) });
    await expect(second).rejects.toThrow(Refusal);
    await officer.get(`/api/waves/${results.wave.id}/results`).expect(200);
  });
});
