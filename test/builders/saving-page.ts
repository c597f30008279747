import { expect } from 'vitest';
import type { Agent } from '../harness/start-pegel.ts';

const patienceMs = 40_000;

/** A page that saves: the same save again for as long as the server asks for patience. */
export function savingPage(agent: Agent, link: string) {
  const auth = { authorization: `Link ${link}` };
  let revision = 0;
  const told = new Set<number>();
  return {
    told,
    async save(value: number): Promise<void> {
      const body = {
        saveId: `save-${value}-00000000`,
        changes: [{ key: 'd1_1', base: revision, value: { value: value % 5, comment: `Nr. ${value}` } }],
      };
      const endsAt = Date.now() + patienceMs;
      while (Date.now() < endsAt) {
        const answer = await agent.patch('/api/r/answers').set(auth).send(body);
        told.add(answer.status);
        if (answer.status === 200) {
          expect(answer.body.conflicts).toEqual([]);
          revision = answer.body.accepted[0].revision;
          return;
        }
        expect(answer.headers['retry-after']).toBeDefined();
      }
      throw new Error('the save was never taken');
    },
    async stored() {
      const { body } = await agent.get('/api/r').set(auth).expect(200);
      return body.answers.d1_1;
    },
  };
}
