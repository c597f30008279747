import { setImmediate as turn } from 'node:timers/promises';

const patience = 20_000;

/** Asks again and again until the answer is the wanted one. */
export async function untilReady<Answer>(
  ask: () => Promise<Answer>,
  isReady: (answer: Answer) => boolean,
): Promise<Answer> {
  for (let attempt = 0; attempt < patience; attempt += 1) {
    const answer = await ask();
    if (isReady(answer)) return answer;
    await turn();
  }
  throw new Error('what was waited for did not come');
}
