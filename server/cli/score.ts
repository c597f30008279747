import { readFile, stat } from 'node:fs/promises';
import { createChecker } from '../../surveys/answers/checker.ts';
import { readDefinition } from '../../surveys/definition/read-definition.ts';
import { compilePlan } from '../../surveys/plan/compile-plan.ts';
import type { Plan } from '../../surveys/plan/plan.ts';
import { currentRules, rulesOf } from '../../surveys/scoring/rules.ts';
import { Refusal } from '../refusal.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';
import { readOffices } from './score/read-offices.ts';
import { readResponses } from './score/read-responses.ts';
import { scoreDocument } from './score/score-document.ts';
import { scoreTable } from './score/score-table.ts';

const maxBytes = 100_000_000;

/** Scores from files alone: no server, no database, the rules that every published number follows. */
export const score: Command = {
  help: {
    de: `Berechnet Punktwerte aus Dateien, ohne Server und Datenbank.

  --questionnaire <q.json>  Fragebogen: SurveyJS-JSON mit Reifegradmodell
  --offices <o.csv>         Ämter: code;name;parent;headcount;fields (dieselbe Datei wie beim Einlesen)
  --responses <r.json>      Antworten: [{"office": "10", "mode": "official", "answers": {…}}]
  --json                    ein JSON-Dokument statt einer Tabelle

Befragt ist ein Amt, das geantwortet hat oder kein Amt unter sich hat. Fehler gehen nach stderr.
Rückgabe: 0 gerechnet, 1 abgelehnt mit Grund, 2 falscher Aufruf.`,
    en: `Computes scores from files, without server and database.

  --questionnaire <q.json>  questionnaire: SurveyJS JSON with a maturity model
  --offices <o.csv>         offices: code;name;parent;headcount;fields (the same file as for the import)
  --responses <r.json>      responses: [{"office": "10", "mode": "official", "answers": {…}}]
  --json                    one JSON document instead of a table

An office was asked if it answered or has no office below it. Errors go to stderr.
Exit code: 0 computed, 1 refused with a reason, 2 wrong usage.`,
  },
  async run(args, world) {
    const options = readOptions(args, { questionnaire: 'text', offices: 'text', responses: 'text' });
    const paths = {
      questionnaire: options.needed('questionnaire'),
      offices: options.needed('offices'),
      responses: options.needed('responses'),
    };
    const plan = readPlan(await readJson(paths.questionnaire));
    const fields = plan.maturity.fields.map(({ id }) => id);
    const offices = readOffices(await readBytes(paths.offices), fields);
    const checker = createChecker(plan);
    const answers = readResponses(await readJson(paths.responses), { offices, checker });
    const document = scoreDocument({ plan, rules: rulesInForce(), offices, answers });
    if (world.json) world.print(JSON.stringify(document, null, 2));
    else
      for (const line of scoreTable(document, { plan, offices, language: world.language })) world.print(line);
  },
};

function rulesInForce() {
  const rules = rulesOf(currentRules);
  if (!rules) throw new Error(`the scoring rules ${currentRules} are not in this release`);
  return rules;
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > maxBytes) throw tooLarge(path);
    return await readFile(path);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw unreadable(path, code);
  }
}

async function readJson(path: string): Promise<unknown> {
  const text = new TextDecoder('utf-8').decode(await readBytes(path));
  try {
    return JSON.parse(text);
  } catch (error) {
    throw notJson(path, error instanceof Error ? error.message : String(error));
  }
}

function readPlan(json: unknown): Plan {
  const read = readDefinition(json);
  if (read.ok) return compilePlan(read.definition);
  const detail = {
    de: 'Der Fragebogen wird nicht angenommen.',
    en: 'The questionnaire is not accepted.',
  };
  const errors = read.problems.map((problem) => ({ ...problem, pointer: `#${problem.pointer}` }));
  throw new Refusal('malformed-request', detail, { errors });
}

function unreadable(path: string, code: string): Refusal {
  return new Refusal('unknown', {
    de: `Die Datei ${path} lässt sich nicht lesen (${code}).`,
    en: `The file ${path} cannot be read (${code}).`,
  });
}

function tooLarge(path: string): Refusal {
  return new Refusal('too-large', {
    de: `Die Datei ${path} ist zu groß; erlaubt sind ${maxBytes / 1_000_000} MB.`,
    en: `The file ${path} is too large; ${maxBytes / 1_000_000} MB are allowed.`,
  });
}

function notJson(path: string, why: string): Refusal {
  return new Refusal('malformed-request', {
    de: `Die Datei ${path} ist kein gültiges JSON (${why}).`,
    en: `The file ${path} is not valid JSON (${why}).`,
  });
}
