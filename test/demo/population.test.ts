import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { musterstadt, musterstadtCsv } from '../../server/cli/demo/musterstadt.ts';
import { type Populated, populate } from '../../server/cli/demo/populate.ts';
import { scoresTable } from '../../server/cli/demo/scores-table.ts';
import { type StartedPegel, startPegel } from '../harness/start-pegel.ts';

describe('the demo', () => {
  let started: StartedPegel;
  let populated: Populated;
  const progress: string[] = [];

  beforeAll(async () => {
    started = await startPegel({ at: new Date('2026-11-02T09:00:00Z') });
    populated = await populate({
      url: started.url,
      setupLink: started.pegel.setupLink ?? '',
      now: started.clock.now,
      tick: started.pegel.tick,
      progress: (line) => progress.push(line),
    });
  });
  afterAll(() => started.stop());

  it('asks 24 offices in 5 divisions with 31 made-up people', () => {
    expect(musterstadt).toHaveLength(24);
    const addresses = musterstadt.flatMap(({ contacts }) => contacts.map(({ email }) => email));
    expect(new Set(addresses).size).toBe(31);
    expect(addresses.filter((address) => !/^[a-z.]+@musterstadt\.example$/.test(address))).toEqual([]);
    expect(musterstadtCsv().trim().split('\r\n')).toHaveLength(1 + 5 + 31);
  });

  it('has 22 offices submit, one stop half-way and one not begin', () => {
    const { offices, cityScore } = populated.results;
    expect(offices).toHaveLength(24);
    expect(cityScore).toMatchObject({ offices: 24, answered: 22 });
    expect(offices.filter(({ score }) => score !== null)).toHaveLength(22);
    const rest = offices.filter(({ score }) => score === null);
    expect(rest.map(({ code, answered }) => [code, answered > 0])).toEqual([
      ['23', false],
      ['37', true],
    ]);
    expect(populated.openLinks.map(({ office }) => office)).toEqual(['37 Feuerwehr', '23 Liegenschaften']);
  });

  it('shows values, provisional ones, too few answers and what does not apply', () => {
    const statuses = populated.results.offices.flatMap(({ score }) =>
      Object.values(score?.dimensions ?? {}).map(({ status }) => status),
    );
    for (const status of ['scored', 'provisional', 'insufficient', 'notApplicable']) {
      expect(statuses).toContain(status);
    }
    expect(populated.results.offices.flatMap(({ score }) => score?.index ?? [])).toHaveLength(22);
  });

  it('prints the scores of every office', () => {
    const table = scoresTable(populated.results);
    expect(table.join('\n')).toContain('Dezernat II · Bildung und Soziales');
    for (const { code, name } of musterstadt) {
      expect(table.some((line) => line.startsWith(`  ${code} ${name}`.slice(0, 29)))).toBe(true);
    }
    expect(progress.at(-1)).toBe('Ämter antworten: 24 von 24');
  });

  it('reports projects of several offices', async () => {
    const officer = await signIn(started.url);
    const { body } = await officer.get(`/api/waves/${populated.results.wave.id}/projects`).expect(200);
    expect(body.offices).toBeGreaterThan(5);
    expect(body.projects.length).toBeGreaterThan(body.offices);
  });
});

async function signIn(url: string) {
  const { default: supertest } = await import('supertest');
  const { demoAccount } = await import('../../server/cli/demo/officer-session.ts');
  const agent = supertest.agent(url);
  const { email, password } = demoAccount;
  await agent.post('/api/session').send({ email, password }).expect(201);
  return agent;
}
