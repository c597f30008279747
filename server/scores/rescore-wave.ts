import { isDeepStrictEqual } from 'node:util';
import type { Answers } from '../../surveys/answers/answer.ts';
import { makeHere, officialRecord, type Scoring, scoringOf, severalRecord } from '../figures/make-figures.ts';
import type { KeptUnder, OfficeFiguresRecord } from '../figures/office-figures.ts';
import { startedWave } from '../figures/started-wave.ts';
import { Refusal } from '../refusal.ts';
import type { OfficeSubmission } from '../responses/submissions-of.ts';
import { notPublished } from './not-published.ts';
import { scoreWave } from './score-wave.ts';
import type { ScoresDeps } from './scores-deps.ts';
import { byCode, isPublished, type WaveResults, waveResults } from './wave-results.ts';

export interface RescoreDeps extends ScoresDeps {
  /** False: there are figures of this office under these rules. */
  addFigures(record: OfficeFiguresRecord): Promise<boolean>;
  findFigures(under: KeptUnder, officeId: string): Promise<OfficeFiguresRecord | null>;
  /** Mode official. */
  submissionsOf(waveId: string): Promise<readonly OfficeSubmission[]>;
  /** Mode several: what was submitted, in no order that says who. */
  answersOf(waveId: string, officeId: string): Promise<readonly Answers[]>;
}

export interface RescoreCommand {
  readonly waveId: string;
  /** Version of the rules to compute with. */
  readonly version: string;
  /** Versions this release knows. */
  readonly versions: readonly string[];
}

/** What became of the figures of one office under that version. */
export type Kept = 'written' | 'same' | 'different' | 'notSubmitted';

export interface RescoredOffice {
  readonly code: string;
  readonly name: string;
  /** Index 0–100 as the wave shows it and as recomputed; null: no value. */
  readonly before: number | null;
  readonly after: number | null;
  /** Mode several: whether its values are kept secret. */
  readonly hidden: boolean;
  readonly kept: Kept;
}

export interface Rescored {
  readonly waveId: string;
  readonly title: string;
  /** Versions the wave shows and was recomputed with. */
  readonly shown: string;
  readonly version: string;
  readonly offices: readonly RescoredOffice[];
  readonly city: { readonly before: number | null; readonly after: number | null };
}

function unknownVersion(version: string, versions: readonly string[]): Refusal {
  const detail = {
    de: `Die Regelversion „${version}“ gibt es in dieser Ausgabe nicht. Erlaubt: ${versions.join(', ')}.`,
    en: `There are no rules “${version}” in this release. Allowed: ${versions.join(', ')}.`,
  };
  return new Refusal('unknown', detail, { errors: [{ pointer: '#/rules', detail, allowed: [...versions] }] });
}

async function recordsOf(deps: RescoreDeps, scoring: Scoring): Promise<readonly OfficeFiguresRecord[]> {
  const { wave } = scoring;
  if (wave.mode === 'official') {
    const submissions = await deps.submissionsOf(wave.id);
    return submissions.map(({ officeId, submission }) => officialRecord(scoring, officeId, submission));
  }
  const records = [];
  for (const office of wave.offices) {
    const responses = await deps.answersOf(wave.id, office.officeId);
    records.push(await severalRecord(scoring, { office, responses }, makeHere(scoring)));
  }
  return records;
}

/** Writes beside what is there, never over it. */
async function keepBeside(deps: RescoreDeps, record: OfficeFiguresRecord): Promise<Kept> {
  const added = await deps.addFigures(record);
  if (record.figures === null) return 'notSubmitted';
  if (added) return 'written';
  const known = await deps.findFigures(record, record.officeId);
  return isDeepStrictEqual(known?.figures, record.figures) ? 'same' : 'different';
}

async function keepAll(
  deps: RescoreDeps,
  records: readonly OfficeFiguresRecord[],
): Promise<ReadonlyMap<string, Kept>> {
  const kept = new Map<string, Kept>();
  for (const record of records) kept.set(record.officeId, await keepBeside(deps, record));
  return kept;
}

function rescoredOffices(
  { wave, scores }: WaveResults,
  after: ReturnType<typeof scoreWave>,
  kept: ReadonlyMap<string, Kept>,
): readonly RescoredOffice[] {
  return wave.offices.toSorted(byCode).map(({ officeId, code, name }) => {
    const [old, now] = [scores.offices.get(officeId), after.offices.get(officeId)];
    return {
      code,
      name,
      before: old?.index ?? null,
      after: now?.index ?? null,
      hidden: [old, now].some((score) => score?.status === 'suppressed'),
      kept: kept.get(officeId) ?? 'notSubmitted',
    };
  });
}

/**
 * Recomputes the figures of a wave from its submissions with a version of the rules and keeps them beside those that
 * are there. Figures of that version that are kept already are compared, never replaced.
 *
 * @throws Refusal for an unknown version, naming the known ones; for a wave whose values are not shown yet
 */
export async function rescoreWave(
  deps: RescoreDeps,
  { waveId, version, versions }: RescoreCommand,
): Promise<Rescored> {
  const rules = deps.rulesOf(version);
  if (rules === null) throw unknownVersion(version, versions);
  const results = await waveResults(deps, await startedWave(deps, waveId));
  const { wave, entry, scores } = results;
  if (!isPublished(wave, results.progress)) throw notPublished(wave);
  const records = await recordsOf(deps, scoringOf(deps, wave, rules));
  const kept = await keepAll(deps, records);
  const byOffice = new Map(records.map((record) => [record.officeId, record]));
  const after = scoreWave({ wave, entry, rules }, byOffice);
  return {
    waveId,
    title: wave.title,
    shown: wave.rules,
    version,
    offices: rescoredOffices(results, after, kept),
    city: { before: scores.city.index, after: after.city.index },
  };
}
