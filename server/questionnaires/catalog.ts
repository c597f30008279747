import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Crosswalk } from '../../reports/comparison/comparison.ts';
import { type Checker, createChecker } from '../../surveys/answers/checker.ts';
import { readDefinition } from '../../surveys/definition/read-definition.ts';
import { compilePlan } from '../../surveys/plan/compile-plan.ts';
import type { Plan } from '../../surveys/plan/plan.ts';
import type { Scorer } from '../../surveys/scoring/2026.1/scorer.ts';
import { currentRules, type Rules, rulesOf } from '../../surveys/scoring/rules.ts';
import { Refusal } from '../refusal.ts';
import type { QuestionnaireRef, QuestionnaireSummary } from './questionnaires.wire.ts';
import { readCrosswalk } from './read-crosswalk.ts';

/** One version of a questionnaire, ready to be asked, checked and scored. */
export interface CatalogEntry {
  /** As published: SurveyJS JSON. */
  readonly definition: Readonly<Record<string, unknown>>;
  readonly plan: Plan;
  readonly checker: Checker;
  readonly scorer: Scorer;
  /** What new responses are scored with. */
  readonly rules: Rules;
  readonly summary: QuestionnaireSummary;
}

export interface Catalog {
  /** By id, the newest version of each first. */
  list(): readonly CatalogEntry[];
  find(ref: QuestionnaireRef): CatalogEntry | null;
  /** How the items of two versions belong together; null: nobody said. */
  crosswalk(between: VersionPair): Crosswalk | null;
}

export interface VersionPair {
  readonly id: string;
  readonly fromVersion: number;
  readonly toVersion: number;
}

interface CatalogCrosswalk {
  readonly id: string;
  readonly crosswalk: Crosswalk;
}

function summaryOf(plan: Plan): QuestionnaireSummary {
  const { dimensions } = plan.maturity;
  return {
    id: plan.id,
    version: plan.version,
    title: plan.title,
    items: dimensions.reduce((sum, { items }) => sum + items.length, 0),
    dimensions: dimensions.length,
    minutes: plan.minutes,
  };
}

function currentRuleSet(): Rules {
  const rules = rulesOf(currentRules);
  if (rules === null) throw new Error(`the scoring rules ${currentRules} are not in this release`);
  return rules;
}

/** Compiles one published questionnaire. A faulty one is a fault of the installation: it stops the start. */
export function catalogEntry(source: string, json: Readonly<Record<string, unknown>>): CatalogEntry {
  const read = readDefinition(json);
  if (!read.ok) {
    const problems = read.problems.map(({ pointer, detail }) => `${pointer}: ${detail.en}`);
    throw new Error(`questionnaire ${source} is refused:\n${problems.join('\n')}`);
  }
  const plan = compilePlan(read.definition);
  const rules = currentRuleSet();
  return {
    definition: json,
    plan,
    checker: createChecker(plan),
    scorer: rules.createScorer(plan),
    rules,
    summary: summaryOf(plan),
  };
}

export function catalogOf(
  entries: readonly CatalogEntry[],
  crosswalks: readonly CatalogCrosswalk[] = [],
): Catalog {
  const sorted = [...entries].sort(
    (a, b) => a.plan.id.localeCompare(b.plan.id, 'en') || b.plan.version - a.plan.version,
  );
  const byRef = new Map(sorted.map((entry) => [`${entry.plan.id} ${entry.plan.version}`, entry]));
  return {
    list: () => sorted,
    find: ({ id, version }) => byRef.get(`${id} ${version}`) ?? null,
    crosswalk: ({ id, fromVersion, toVersion }) =>
      crosswalks.find(
        (one) =>
          one.id === id && one.crosswalk.fromVersion === fromVersion && one.crosswalk.toVersion === toVersion,
      )?.crosswalk ?? null,
  };
}

/** Reads one crosswalk of the catalog. A faulty one is a fault of the installation: it stops the start. */
export function catalogCrosswalk(
  { id, fromVersion, toVersion }: VersionPair,
  json: unknown,
  find: Catalog['find'],
): CatalogCrosswalk {
  const source = `${id} v${fromVersion} to v${toVersion}`;
  const [from, to] = [fromVersion, toVersion].map((version) => find({ id, version })?.plan);
  if (!from || !to) throw new Error(`crosswalk ${source}: one of the versions is not in the catalog`);
  try {
    return { id, crosswalk: readCrosswalk(json, { from, to }) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const problems = error.errors.map(({ pointer, detail }) => `${pointer}: ${detail.en}`);
    throw new Error(`crosswalk ${source} is refused:\n${problems.join('\n')}`);
  }
}

const isVersion = /^[^/\\]+[/\\]v\d+\.json$/;
const crosswalkName = /^(?<id>[^/\\]+)[/\\]v(?<from>\d+)-to-v(?<to>\d+)\.json$/;

/** Reads `<folder>/<questionnaire>/v<n>.json` and the crosswalks `v<n>-to-v<m>.json` beside them, each once. */
export async function loadCatalog(folder: string): Promise<Catalog> {
  const names = (await readdir(folder, { recursive: true })).toSorted();
  const read = async (name: string) => JSON.parse(await readFile(join(folder, name), 'utf8'));
  const entries = await Promise.all(
    names
      .filter((name) => isVersion.test(name))
      .map(async (name) => catalogEntry(join(folder, name), await read(name))),
  );
  const { find } = catalogOf(entries);
  const crosswalks = await Promise.all(
    names.flatMap((name) => {
      const { id, from, to } = crosswalkName.exec(name)?.groups ?? {};
      if (id === undefined) return [];
      const between = { id, fromVersion: Number(from), toVersion: Number(to) };
      return [read(name).then((json: unknown) => catalogCrosswalk(between, json, find))];
    }),
  );
  return catalogOf(entries, crosswalks);
}
