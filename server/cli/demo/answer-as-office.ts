import { z } from 'zod';
import type { Answers } from '../../../surveys/answers/answer.ts';
import { nestedRows } from '../../../surveys/answers/nested-rows.ts';
import type { Plan } from '../../../surveys/plan/plan.ts';
import { questionsOfPage } from '../../../surveys/plan/questions.ts';
import { answeringResponse, saveAnswersResponse, submitResponse } from '../../responses/responses.wire.ts';
import { type DemoClient, respondentClient } from './demo-client.ts';
import type { DemoOffice } from './musterstadt.ts';
import { simulateAnswers } from './simulate-answers.ts';

export interface OfficeVisit {
  readonly url: string;
  readonly office: DemoOffice;
  /** Links of its contacts, the lead's first. */
  readonly links: readonly string[];
}

type Revisions = Map<string, number>;

/** Reads the page as it stands and shows that a person is there. */
async function visit(client: DemoClient): Promise<{ plan: Plan; seen: Revisions }> {
  const { plan, answers } = await client.get('/api/r', answeringResponse);
  await client.send({ method: 'POST', path: '/api/r/seen', body: {} }, z.unknown());
  return { plan, seen: new Map(Object.entries(answers).map(([key, { revision }]) => [key, revision])) };
}

interface PageSave {
  readonly keys: readonly string[];
  readonly answers: Answers;
  readonly seen: Revisions;
  readonly saveId: string;
}

async function savePage(client: DemoClient, { keys, answers, seen, saveId }: PageSave): Promise<void> {
  const changes = keys.flatMap((key) => {
    const value = answers[key];
    return value === undefined || seen.has(key) ? [] : [{ key, base: 0, value }];
  });
  if (changes.length === 0) return;
  const body = { saveId, changes };
  const saved = await client.send({ method: 'PATCH', path: '/api/r/answers', body }, saveAnswersResponse);
  for (const { key, revision } of saved.accepted) seen.set(key, revision);
}

/** Answers page by page through one link; the first `share` of the pages. */
async function answerPages(
  visitor: { readonly client: DemoClient; readonly name: string; readonly share: number },
  office: DemoOffice,
): Promise<{ answers: Answers; seen: Revisions }> {
  const { plan, seen } = await visit(visitor.client);
  const answers = simulateAnswers(plan, office);
  const pages = plan.pages.slice(0, Math.ceil(plan.pages.length * visitor.share));
  for (const page of pages) {
    const keys = questionsOfPage(page).map(({ name }) => name);
    const saveId = `demo-${office.code}-${visitor.name}-${page.name}`.replaceAll('_', '-');
    await savePage(visitor.client, { keys, answers, seen, saveId });
  }
  return { answers, seen };
}

/** An office answers: an expert begins, the lead goes on and submits. */
export async function answerAsOffice({ url, office, links }: OfficeVisit): Promise<void> {
  const [lead, expert] = links;
  if (lead === undefined || office.ends === 'untouched') return;
  if (expert !== undefined) {
    await answerPages({ client: respondentClient(url, expert), name: 'expert', share: 0.4 }, office);
  }
  const client = respondentClient(url, lead);
  const share = office.ends === 'draft' ? 0.5 : 1;
  const { answers, seen } = await answerPages({ client, name: 'lead', share }, office);
  if (office.ends === 'draft') return;
  const body = { seen: nestedRows(Object.fromEntries(seen)), answers: nestedRows(answers) };
  await client.send({ method: 'POST', path: '/api/r/submission', body }, submitResponse);
}
