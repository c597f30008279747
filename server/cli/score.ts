import { type Command, UsageError } from './command.ts';
import { readBytes, readJson, readPlan } from './files/input-files.ts';
import { readOffices } from './files/read-offices.ts';
import { readResponses } from './files/read-responses.ts';
import { type ReadWave, readWave } from './files/read-wave.ts';
import { type Options, readOptions } from './options.ts';
import { scoreHelp } from './score/help.ts';
import { scoreDocument } from './score/score-document.ts';
import { scoreFiles } from './score/score-files.ts';
import { anonymityOf, chanceOf, minGroupOf, rulesFor } from './score/score-options.ts';
import { scoreTable } from './score/score-table.ts';

const names = ['wave', 'questionnaire', 'offices', 'responses', 'anonymity', 'seed', 'draws', 'rules'];
const kinds = Object.fromEntries(names.map((name) => [name, 'text' as const]));

/** Scores from files alone: no server, no database, the rules that every published number follows. */
export const score: Command = {
  help: scoreHelp,
  async run(args, { language, json, print }) {
    const options = readOptions(args, kinds);
    const chance = chanceOf(options, language);
    const anonymity = anonymityOf(options, language);
    const rules = rulesFor(options, language);
    const { plan, offices, responses } = await readInput(options);
    const minGroup = minGroupOf(anonymity, responses.mode);
    const scored = scoreFiles({ plan, rules, offices, responses }, { ...chance, minGroup });
    const document = scoreDocument({ plan, rules }, scored, chance);
    const lines = json
      ? [JSON.stringify(document, null, 2)]
      : scoreTable(document, { plan, offices, language, minGroup });
    for (const line of lines) print(line);
  },
};

/** A wave in one file, or in three. */
async function readInput(options: Options): Promise<ReadWave> {
  const wave = options.text('wave');
  if (wave !== null) {
    const twice = ['questionnaire', 'offices', 'responses'].filter((name) => options.text(name) !== null);
    if (twice.length > 0) throw new UsageError(`--wave | --${twice.join(' --')}`);
    return readWave(wave);
  }
  const paths = {
    questionnaire: options.needed('questionnaire'),
    offices: options.needed('offices'),
    responses: options.needed('responses'),
  };
  const plan = readPlan(await readJson(paths.questionnaire));
  const fields = plan.maturity.fields.map(({ id }) => id);
  const offices = readOffices(await readBytes(paths.offices), fields);
  const responses = readResponses(await readJson(paths.responses), { offices, plan });
  return { plan, offices, responses };
}
