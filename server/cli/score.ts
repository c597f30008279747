import { createChecker } from '../../surveys/answers/checker.ts';
import { currentRules, rulesOf } from '../../surveys/scoring/rules.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';
import { readBytes, readJson, readPlan } from './score/input-files.ts';
import { readOffices } from './score/read-offices.ts';
import { readResponses } from './score/read-responses.ts';
import { scoreDocument } from './score/score-document.ts';
import { scoreTable } from './score/score-table.ts';

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
