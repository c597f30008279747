import { z } from 'zod';
import type { Plan } from '../../../surveys/plan/plan.ts';
import { parse } from '../../http/parse.ts';
import { inFile } from './in-file.ts';
import { readJson, readPlan } from './input-files.ts';
import { readOfficeList } from './office-list.ts';
import type { FileOffice } from './read-offices.ts';
import { type FileResponses, readResponses } from './read-responses.ts';

const waveFile = z.strictObject({
  questionnaire: z.unknown(),
  offices: z.unknown(),
  responses: z.unknown(),
});

/** What a wave asked, whom it could ask, and what they said. */
export interface ReadWave {
  readonly plan: Plan;
  /** Sorted by code. */
  readonly offices: readonly FileOffice[];
  readonly responses: FileResponses;
}

/**
 * A wave in one file `{"questionnaire", "offices", "responses"}`, as the console hands it out.
 *
 * @throws Refusal naming the file and the place in it
 */
export async function readWave(path: string): Promise<ReadWave> {
  const json = await inFile({ path, member: '' }, async () => parse(waveFile, await readJson(path)));
  const plan = await inFile({ path, member: 'questionnaire' }, () => readPlan(json.questionnaire));
  const fields = plan.maturity.fields.map(({ id }) => id);
  const offices = await inFile({ path, member: 'offices' }, () => readOfficeList(json.offices, fields));
  const responses = await inFile({ path, member: 'responses' }, () =>
    readResponses(json.responses, { offices, plan }),
  );
  return { plan, offices, responses };
}
