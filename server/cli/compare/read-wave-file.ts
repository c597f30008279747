import { z } from 'zod';
import type { ComparedWave } from '../../../reports/comparison/comparison.ts';
import type { Rules } from '../../../surveys/scoring/rules.ts';
import { parse } from '../../http/parse.ts';
import { readJson, readPlan } from '../score/input-files.ts';
import type { FileOffice } from '../score/read-offices.ts';
import { type ResponseMode, readResponses } from '../score/read-responses.ts';
import { type FileInput, scoreOffices } from '../score/score-files.ts';
import { minGroupOf } from '../score/score-options.ts';
import { inFile } from './in-file.ts';
import { readOfficeList } from './office-list.ts';

const waveFile = z.strictObject({
  questionnaire: z.unknown(),
  offices: z.unknown(),
  responses: z.unknown(),
});

export interface WaveSettings {
  readonly rules: Rules;
  /** Mode several: k as it was asked for; null: not said. */
  readonly anonymity: number | null;
}

/** A wave out of a file. */
export interface FileWave {
  readonly mode: ResponseMode;
  readonly compared: ComparedWave;
  /** Asked ones, sorted by code. */
  readonly offices: readonly FileOffice[];
}

/**
 * A wave from a file `{"questionnaire", "offices", "responses"}`: what it asked, whom, and what they said. Asked is an
 * office that answered or has no office below it. In mode several, small groups are left out.
 *
 * @throws Refusal naming the file and the place in it
 */
export async function readWaveFile(path: string, settings: WaveSettings): Promise<FileWave> {
  const json = await inFile({ path, member: '' }, async () => parse(waveFile, await readJson(path)));
  const plan = await inFile({ path, member: 'questionnaire' }, () => readPlan(json.questionnaire));
  const fields = plan.maturity.fields.map(({ id }) => id);
  const offices = await inFile({ path, member: 'offices' }, () => readOfficeList(json.offices, fields));
  const responses = await inFile({ path, member: 'responses' }, () =>
    readResponses(json.responses, { offices, plan }),
  );
  return fileWave({ plan, rules: settings.rules, offices, responses }, settings);
}

/** Nothing here is drawn by chance: intervals are not compared. */
const noChance = { seed: 1, draws: 1 } as const;

function fileWave(input: FileInput, { anonymity }: WaveSettings): FileWave {
  const { mode } = input.responses;
  const minGroup = mode === 'several' ? minGroupOf(anonymity, mode) : null;
  const { asked, divisions, figures, organisation } = scoreOffices(input, { ...noChance, minGroup });
  const shown = (code: string) => (organisation.hidden.has(code) ? undefined : figures.get(code));
  return {
    mode,
    offices: asked,
    compared: {
      plan: input.plan,
      offices: asked.map(({ code: id, headcount, parent }) => {
        const own = shown(id);
        return { id, headcount, parent, score: own?.score ?? null, states: own?.states ?? {} };
      }),
      divisions: divisions.map(({ code, parent }) => ({ id: code, parent })),
      ...(mode === 'several' ? { city: organisation.city } : {}),
    },
  };
}
