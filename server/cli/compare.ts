import { compareWaves } from '../../reports/comparison/compare-waves.ts';
import type { Crosswalk, Successors } from '../../reports/comparison/comparison.ts';
import { identityCrosswalk, itemIds } from '../../reports/comparison/crosswalk-links.ts';
import { roundedComparison } from '../../reports/comparison/rounded-comparison.ts';
import { compareFinding } from '../../reports/findings/compare-finding.ts';
import { comparisonFacts } from '../../reports/findings/comparison-facts.ts';
import { organisationSentences } from '../../reports/findings/organisation-sentences.ts';
import type { Language } from '../../surveys/plan/plan.ts';
import { readSuccessors } from '../comparison/successor-file.ts';
import { readCrosswalk } from '../questionnaires/read-crosswalk.ts';
import { Refusal } from '../refusal.ts';
import type { Command } from './command.ts';
import { compareDocument } from './compare/compare-document.ts';
import { compareHelp } from './compare/compare-help.ts';
import { compareTable } from './compare/compare-table.ts';
import { onlyInOne } from './compare/only-in-one.ts';
import { type FileWave, readWaveFile } from './compare/read-wave-file.ts';
import { inFile } from './files/in-file.ts';
import { readBytes, readJson } from './files/input-files.ts';
import { type Options, readOptions } from './options.ts';
import { anonymityOf, minGroupOf, rulesFor } from './score/score-options.ts';

const names = ['from', 'to', 'successors', 'crosswalk', 'anonymity', 'rules'];
const kinds = Object.fromEntries(names.map((name) => [name, 'text' as const]));

/** Change between two waves from files alone: no server, no database. */
export const compare: Command = {
  help: compareHelp,
  async run(args, world) {
    const options = readOptions(args, kinds);
    const { from, to, rules } = await readWaves(options, world.language);
    const crosswalk = await crosswalkOf(options.text('crosswalk'), from, to);
    const successors = await successorsOf(options.text('successors'), from, to);
    const exact = compareWaves({ from: from.compared, to: to.compared, crosswalk, successors });
    const comparison = roundedComparison(exact);
    const { plan } = to.compared;
    if (world.json) {
      const about = { from: from.compared.plan, to: plan, rules: rules.version };
      const only = onlyInOne(comparison, { from: from.compared, to: to.compared });
      return world.print(JSON.stringify(compareDocument({ ...comparison, ...only }, about), null, 2));
    }
    const finding = compareFinding(comparisonFacts(exact, plan, { crosswalk, open: false }));
    const { onlyFrom, onlyTo } = comparison;
    const organisation = organisationSentences({
      from: namedOffices(from),
      to: namedOffices(to),
      successors: successors.rows,
      onlyFrom,
      onlyTo,
    });
    const officeNames = new Map(to.offices.map(({ code, name }) => [code, `${code} ${name}`]));
    const shown = { comparison, plan, finding, organisation, names: officeNames };
    for (const line of compareTable(shown, world.language)) world.print(line);
  },
};

async function readWaves(options: Options, language: Language) {
  const paths = { from: options.needed('from'), to: options.needed('to') };
  const settings = { rules: rulesFor(options, language), anonymity: anonymityOf(options, language) };
  const from = await readWaveFile(paths.from, settings);
  const to = await readWaveFile(paths.to, settings);
  if (from.mode === 'official' && to.mode === 'official') minGroupOf(settings.anonymity, to.mode);
  return { from, to, rules: settings.rules };
}

async function crosswalkOf(path: string | null, from: FileWave, to: FileWave): Promise<Crosswalk> {
  const versions = { from: from.compared.plan, to: to.compared.plan };
  if (versions.from.id !== versions.to.id) throw otherQuestionnaire(versions.from.id, versions.to.id);
  if (path !== null)
    return inFile({ path, member: '' }, async () => readCrosswalk(await readJson(path), versions));
  if (versions.from.version === versions.to.version) {
    const [older, newer] = [versions.from, versions.to].map((plan) => itemIds(plan).toSorted().join());
    if (older !== newer) throw sameVersionOtherItems(versions.to.version);
    return identityCrosswalk(versions.to);
  }
  throw crosswalkNeeded(versions.from.version, versions.to.version);
}

async function successorsOf(path: string | null, from: FileWave, to: FileWave): Promise<Successors> {
  if (path === null) return { rows: [] };
  const codes = ({ compared }: FileWave) => compared.offices.map(({ id }) => id);
  const bytes = await readBytes(path);
  return inFile({ path, member: '' }, () => ({
    rows: readSuccessors(bytes, { from: codes(from), to: codes(to) }),
  }));
}

function namedOffices({ offices }: FileWave) {
  return offices.map(({ code, name }) => ({ id: code, code, name }));
}

function otherQuestionnaire(from: string, to: string): Refusal {
  return new Refusal('conflict', {
    de: `Die Dateien gehören zu verschiedenen Fragebögen: „${from}“ und „${to}“.`,
    en: `The files belong to different questionnaires: “${from}” and “${to}”.`,
  });
}

function crosswalkNeeded(from: number, to: number): Refusal {
  return new Refusal('conflict', {
    de: `Der Fragebogen hat sich geändert (Fassung ${from} und ${to}). Bitte geben Sie mit --crosswalk an, wie die Fragen zusammengehören.`,
    en: `The questionnaire changed (versions ${from} and ${to}). Please say with --crosswalk how its items belong together.`,
  });
}

function sameVersionOtherItems(version: number): Refusal {
  return new Refusal('conflict', {
    de: `Beide Dateien nennen Fassung ${version} und stellen doch verschiedene Fragen. Eine geänderte Fassung braucht eine eigene Nummer.`,
    en: `Both files say version ${version} and yet ask different items. A changed version needs a number of its own.`,
  });
}
