import type { ComparedWave } from '../../../reports/comparison/comparison.ts';
import type { Rules } from '../../../surveys/scoring/rules.ts';
import type { FileOffice } from '../files/read-offices.ts';
import type { ResponseMode } from '../files/read-responses.ts';
import { readWave } from '../files/read-wave.ts';
import { type FileInput, scoreOffices } from '../score/score-files.ts';
import { minGroupOf } from '../score/score-options.ts';

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
  return fileWave({ ...(await readWave(path)), rules: settings.rules }, settings);
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
