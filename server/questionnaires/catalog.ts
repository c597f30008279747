import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Checker, createChecker } from '../../surveys/answers/checker.ts';
import { readDefinition } from '../../surveys/definition/read-definition.ts';
import { compilePlan } from '../../surveys/plan/compile-plan.ts';
import type { Plan } from '../../surveys/plan/plan.ts';
import type { Scorer } from '../../surveys/scoring/2026.1/scorer.ts';
import { currentRules, type Rules, rulesOf } from '../../surveys/scoring/rules.ts';
import type { QuestionnaireRef, QuestionnaireSummary } from './questionnaires.wire.ts';

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

export function catalogOf(entries: readonly CatalogEntry[]): Catalog {
  const sorted = [...entries].sort(
    (a, b) => a.plan.id.localeCompare(b.plan.id, 'en') || b.plan.version - a.plan.version,
  );
  const byRef = new Map(sorted.map((entry) => [`${entry.plan.id} ${entry.plan.version}`, entry]));
  return {
    list: () => sorted,
    find: ({ id, version }) => byRef.get(`${id} ${version}`) ?? null,
  };
}

async function versionFiles(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder, { recursive: true });
  return files.filter((file) => /^[^/\\]+[/\\]v\d+\.json$/.test(file)).map((file) => join(folder, file));
}

/** Reads `<folder>/<questionnaire>/v<n>.json`, each compiled once. */
export async function loadCatalog(folder: string): Promise<Catalog> {
  const files = await versionFiles(folder);
  const entries = await Promise.all(
    files.map(async (file) => catalogEntry(file, JSON.parse(await readFile(file, 'utf8')))),
  );
  return catalogOf(entries);
}
