import type { Text } from '../../../surveys/plan/plan.ts';

/** What `pegel compare --help` says: every option, every member of the input and of the result. */
export const compareHelp: Text = {
  de: `Vergleicht zwei Erhebungen aus Dateien, ohne Server und Datenbank: gleiche Ämter, gleiche Fragen.

  --from <a.json>           ältere Erhebung
  --to <b.json>             neuere Erhebung
  --successors <map.csv>    was aus umorganisierten Ämtern wurde: from;to;share
  --crosswalk <c.json>      wie die Fragen zweier Fassungen zusammengehören; nötig, wenn sich die Fassung geändert hat
  --anonymity <k>           mode several: kleinste Gruppe mit eigenem Wert, üblich 5, mindestens 3; kleinere bleiben außen vor
  --rules <Fassung>         Fassung der Regeln, üblich die neueste
  --json                    ein JSON-Dokument statt einer Tabelle

Eine Erhebung ist eine Datei {"questionnaire", "offices", "responses"}, wie sie „wave.json“ einer Erhebung liefert:
  questionnaire  SurveyJS-JSON mit Reifegradmodell
  offices        Text einer Ämterdatei (code;name;parent;headcount;fields) oder eine Liste
                 [{"code", "name", "parent", "headcount", "fields": ["…"]}]
  responses      [{"office": "10", "mode": "official", "answers": {…}}] oder, viele Personen je Amt,
                 [{"office": "10", "mode": "several", "respondent": "a", "answers": {…}}]
Nachfolge: je Zeile altes Amt, neues Amt, Anteil der Beschäftigten des alten (über 0 bis 1). Die Anteile eines alten Amtes
ergeben 1. Ein Amt ohne Zeile ist unverändert, wenn es den Code noch gibt, sonst aufgelöst. Gewichtet wird mit Anteil × Beschäftigten,
ohne bekannte Beschäftigtenzahl mit dem Anteil allein.
Fragen: {"fromVersion": 1, "toVersion": 2, "items": {"neu": {"from": "alt", "change": "same|editorial|changed", "reason": "…"},
"neu2": {"change": "new"}}, "dropped": ["alt2"]}; jede gewertete Frage beider Fassungen kommt genau einmal vor.

Das Dokument von --json (Punkte 0–100, 6 Nachkommastellen; null, wo es keinen Wert gibt):
  rules, questionnaire      Regelstand; Kennung und Fassungen des Fragebogens
  offices[]                 office: Code · index, fields.<id>, dimensions.<id>: je eine Veränderung · items.<id>: from, to, change,
                            class (same|editorial|changed|new|dropped) · predecessors[]: office, share · skipped
    from, to, raw           Wert früher, jetzt, Unterschied
    linked, composition     auf gleichen Fragen (δ*); Rest durch andere Fragen (neu, weggefallen, nur einmal beantwortet):
                            raw = linked + composition
    share                   verbundener Anteil des neueren Gewichts; unter 0,6 (Index und Felder: 0,75) ist linked null
    mdc95, convention       kleinste verlässliche Veränderung; convention: feste 10 Punkte, weil das Jahr es nicht hergibt
    verdict                 up|down: verlässlich, |linked| > mdc95 · unchanged · notComparable
  divisions[]               dasselbe als Mittel der Ämter darunter, n: Ämter mit linked im Index
  city.<index|Handlungsfeld|field:Feld>
    n, mean                 Ämter mit linked, deren Mittel
    from, to, raw           Mittel aller Ämter der jeweiligen Erhebung
    composition, organisation  raw = mean + composition (andere Fragen) + organisation (andere Ämter)
    t, df, p, ci            gepaarter t-Test ab 10 Ämtern, 95-%-Intervall
    wilcoxonP               exakter Vorzeichen-Rang-Test ab 6 Ämtern (über 500 veränderten genähert)
    holmP                   nach Holm über die Handlungsfelder berichtigt; unter 0,05 gilt die Veränderung als verlässlich
  onlyFrom, onlyTo          Ämter, die nur in einer der Dateien vorkommen oder geantwortet haben
Fehler gehen nach stderr. Rückgabe: 0 gerechnet, 1 abgelehnt mit Grund, 2 falscher Aufruf.`,
  en: `Compares two waves from files, without server and database: same offices, same questions.

  --from <a.json>           older wave
  --to <b.json>             newer wave
  --successors <map.csv>    what became of reorganised offices: from;to;share
  --crosswalk <c.json>      how the items of two versions belong together; needed when the version changed
  --anonymity <k>           mode several: smallest group with a value of its own, 5 by default, at least 3; smaller ones are left out
  --rules <version>         version of the rules, the newest by default
  --json                    one JSON document instead of a table

A wave is a file {"questionnaire", "offices", "responses"}, as "wave.json" of a wave gives it:
  questionnaire  SurveyJS JSON with a maturity model
  offices        the text of an office file (code;name;parent;headcount;fields) or a list
                 [{"code", "name", "parent", "headcount", "fields": ["…"]}]
  responses      [{"office": "10", "mode": "official", "answers": {…}}] or, many people per office,
                 [{"office": "10", "mode": "several", "respondent": "a", "answers": {…}}]
Successors: per row old office, new office, share of the old one's employees (above 0 up to 1). Shares of one old office
sum to 1. An office without a row is unchanged if its code still exists, else dissolved. Weights are share × headcount,
without a known headcount the share alone.
Items: {"fromVersion": 1, "toVersion": 2, "items": {"new": {"from": "old", "change": "same|editorial|changed", "reason": "…"},
"new2": {"change": "new"}}, "dropped": ["old2"]}; every scored item of both versions is named exactly once.

The document of --json (points 0–100, 6 decimals; null where there is no value):
  rules, questionnaire      version of the rules; id and versions of the questionnaire
  offices[]                 office: code · index, fields.<id>, dimensions.<id>: a change each · items.<id>: from, to, change,
                            class (same|editorial|changed|new|dropped) · predecessors[]: office, share · skipped
    from, to, raw           value then, now, difference
    linked, composition     on the same questions (δ*); the rest by other questions (new, dropped, answered once only):
                            raw = linked + composition
    share                   linked share of the newer weight; below 0.6 (index and fields: 0.75) linked is null
    mdc95, convention       smallest reliable change; convention: fixed 10 points, because the year does not tell
    verdict                 up|down: reliable, |linked| > mdc95 · unchanged · notComparable
  divisions[]               the same as means of the offices below, n: offices with linked in the index
  city.<index|dimension|field:id>
    n, mean                 offices with linked, their mean
    from, to, raw           means of all offices of either wave
    composition, organisation  raw = mean + composition (other questions) + organisation (other offices)
    t, df, p, ci            paired t-test from 10 offices, 95 % interval
    wilcoxonP               exact signed-rank test from 6 offices (above 500 changed ones approximated)
    holmP                   corrected by Holm over the dimensions; below 0.05 the change counts as reliable
  onlyFrom, onlyTo          offices that are or answered in one of the files only
Errors go to stderr. Exit code: 0 computed, 1 refused with a reason, 2 wrong usage.`,
};
