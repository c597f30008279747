import type { Language, Text } from '../../../surveys/plan/plan.ts';
import { type JsonField, jsonFields } from './json-fields.ts';

const options: Text = {
  de: `Berechnet Punktwerte aus Dateien, ohne Server und Datenbank.

  --questionnaire <q.json>  Fragebogen: SurveyJS-JSON mit Reifegradmodell
  --offices <o.csv>         Ämter: code;name;parent;headcount;fields (dieselbe Datei wie beim Einlesen)
  --responses <r.json>      Antworten: [{"office": "10", "mode": "official", "answers": {…}}]
                            viele Personen je Amt: [{"office": "20", "mode": "several", "respondent": "a", "answers": {…}}]
                            Eine Datei hat eine Befragungsart; respondent ist je Amt eindeutig.
  --wave <w.json>           statt der drei: {"questionnaire", "offices", "responses"}, wie die Konsole eine Erhebung herausgibt
  --anonymity <k>           nur mode several: Ämter mit weniger als k Antworten bleiben geheim (üblich 5, mindestens 3)
  --seed <Zahl>             Startzahl des Zufalls, 0 bis 2147483647 (üblich 1): dieselbe Zahl, dasselbe Ergebnis
  --draws <Zahl>            Ziehungen für Intervalle und Plätze, 100 bis 100000 (üblich 2000)
  --rules <Fassung>         Fassung der Regeln (üblich die neueste)
  --json                    ein JSON-Dokument statt einer Tabelle

Befragt ist ein Amt, das geantwortet hat oder kein Amt unter sich hat. Fehler gehen nach stderr.
Rückgabe: 0 gerechnet, 1 abgelehnt mit Grund, 2 falscher Aufruf.

Felder von --json. Kein Wert ist null, nie 0; Zahlen haben höchstens 6 Nachkommastellen.`,
  en: `Computes scores from files, without server and database.

  --questionnaire <q.json>  questionnaire: SurveyJS JSON with a maturity model
  --offices <o.csv>         offices: code;name;parent;headcount;fields (the same file as for the import)
  --responses <r.json>      responses: [{"office": "10", "mode": "official", "answers": {…}}]
                            many people per office: [{"office": "20", "mode": "several", "respondent": "a", "answers": {…}}]
                            A file has one mode; respondent is unique in an office.
  --wave <w.json>           instead of the three: {"questionnaire", "offices", "responses"}, as the console hands a wave out
  --anonymity <k>           mode several only: offices with fewer than k responses are kept secret (5 by default, at least 3)
  --seed <number>           what chance starts from, 0 to 2147483647 (1 by default): same number, same result
  --draws <number>          draws for intervals and ranks, 100 to 100000 (2000 by default)
  --rules <version>         version of the rules (the newest by default)
  --json                    one JSON document instead of a table

An office was asked if it answered or has no office below it. Errors go to stderr.
Exit code: 0 computed, 1 refused with a reason, 2 wrong usage.

Fields of --json. No value is null, never 0; numbers have 6 decimals at most.`,
};

const nameWidth = 26;

function fieldLine(field: JsonField, language: Language): string {
  return `  ${field.name.padEnd(nameWidth)}${field[language]}`;
}

function helpIn(language: Language): string {
  const groups = jsonFields.map(({ title, fields }) =>
    [`${title[language]}:`, ...fields.map((field) => fieldLine(field, language))].join('\n'),
  );
  return [options[language], ...groups].join('\n\n');
}

/** Every option of `pegel score` and every field of its JSON. */
export const scoreHelp: Text = { de: helpIn('de'), en: helpIn('en') };
