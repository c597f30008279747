import type { Text } from '../../../surveys/plan/plan.ts';

/** A field of the JSON output, and what it means. */
export interface JsonField extends Text {
  readonly name: string;
}

const field = (name: string, de: string, en: string): JsonField => ({ name, de, en });

const head: readonly JsonField[] = [
  field('rules', 'Fassung der Regeln', 'version of the rules'),
  field('questionnaire', 'id und version des Fragebogens', 'id and version of the questionnaire'),
  field('seed', 'Startzahl des Zufalls (--seed)', 'what chance starts from (--seed)'),
  field('generator', 'Name des Zufallsgenerators', 'name of the random number generator'),
  field('offices', 'befragte Ämter, nach Code', 'offices asked, by code'),
  field(
    'divisions',
    'Ämter mit Ämtern darunter: Mittel der befragten darunter und ihrer selbst',
    'offices with offices below: means over those asked below and themselves',
  ),
  field('city', 'alle befragten Ämter zusammen', 'all offices asked together'),
  field(
    'reliability',
    'je Dimension: wie gut ihre Fragen zusammenpassen',
    'by dimension: how well its questions belong together',
  ),
];

const office: readonly JsonField[] = [
  field('office', 'Code des Amtes', 'code of the office'),
  field('n', 'Zahl der Antworten', 'number of responses'),
  field('index', 'gewichtetes Mittel der Dimensionen, 0–100', 'weighted mean of the dimensions, 0–100'),
  field('low', 'Untergrenze: jede offene Antwort zählt 0', 'lower bound: every open answer counts 0'),
  field('high', 'Obergrenze: jede offene Antwort zählt 100', 'upper bound: every open answer counts 100'),
  field(
    'level',
    'Stufe des Wertes, ab 0 gezählt (Stufen des Fragebogens)',
    'level of the value, counted from 0 (levels of the questionnaire)',
  ),
  field(
    'status',
    'scored gewertet · provisional vorläufig · insufficient zu wenig Angaben · notApplicable trifft nicht zu · suppressed geheim gehalten',
    'scored · provisional · insufficient too few answers · notApplicable · suppressed kept secret',
  ),
  field('fields', 'Wert je Handlungsfeld, 0–100', 'value by field of action, 0–100'),
  field(
    'rank',
    'Platz bei zufälligen Gewichten; null ohne Index',
    'place under random weights; null without index',
  ),
  field('rank.median', 'mittlerer Platz, 1 = bester', 'median rank, 1 = best'),
  field('rank.p5', '5 % der Plätze sind besser', '5% of the ranks are better'),
  field('rank.p95', '5 % der Plätze sind schlechter', '5% of the ranks are worse'),
  field(
    'rank.tiedWith',
    'Nachbarn im Index, deren Reihenfolge in mehr als 5 % der Ziehungen kippt',
    'neighbours by index whose order flips in more than 5% of the draws',
  ),
  field('dimensions', 'Werte je Dimension:', 'values by dimension:'),
];

const dimension: readonly JsonField[] = [
  field('score', 'Mittel der Fragen, 0–100', 'mean of the questions, 0–100'),
  field('low, high, level, status', 'wie beim Amt', 'as for the office'),
  field(
    'coverage',
    'beantworteter Anteil des zutreffenden Gewichts, 0–1',
    'answered share of the applicable weight, 0–1',
  ),
  field('secured', 'gesicherte Stufe', 'secured level'),
  field(
    'strict',
    'Stufe, die jede Frage erreicht; null, solange eine offen ist',
    'level that every question reaches; null while one is open',
  ),
  field('items', 'Punkte je Frage, 0–100; null ohne Wert', 'points by question, 0–100; null without value'),
  field(
    'agreement',
    'Übereinstimmung ab drei Antworten (mode several), sonst null',
    'agreement from three responses on (mode several), else null',
  ),
  field('agreement.rwgj', 'r_wg(j), 0–1', 'r_wg(j), 0–1'),
  field('agreement.rstar', 'r*_wg(j), 0–1', 'r*_wg(j), 0–1'),
  field('agreement.ad', 'mittlere Abweichung in Antwortschritten', 'average deviation in answer steps'),
  field(
    'interval',
    '[von, bis]: 95-%-Intervall (mode several, Bootstrap über Antwortende)',
    '[from, to]: 95% interval (mode several, bootstrap over respondents)',
  ),
];

const aggregate: readonly JsonField[] = [
  field('index', 'Mittel der Ämter', 'mean of the offices'),
  field('byHeadcount', 'Mittel nach Beschäftigten', 'mean by headcount'),
  field(
    'min, q1, median, q3, max',
    'kleinster Wert, Quartile, größter Wert',
    'smallest value, quartiles, largest value',
  ),
  field('sd', 'Standardabweichung (n − 1)', 'standard deviation (n − 1)'),
  field(
    'offices',
    'befragte Ämter; bei einer Dimension: Ämter im Mittel',
    'offices asked; of a dimension: offices in the mean',
  ),
  field('answered', 'Ämter mit mindestens einer Antwort', 'offices with at least one response'),
  field(
    'headcountCovered',
    'Anteil der Beschäftigten in Ämtern mit Index, 0–1',
    'share of the employees in offices with an index, 0–1',
  ),
  field(
    'interval',
    '[von, bis]: 95-%-Intervall des Index, solange Ämter fehlen; null bei Vollerhebung',
    '[from, to]: 95% interval of the index while offices are missing; null for a census',
  ),
];

const reliability: readonly JsonField[] = [
  field(
    'alpha',
    'Cronbachs α, ab 10 Ämtern und 3 Fragen',
    "Cronbach's α, from 10 offices and 3 questions on",
  ),
  field(
    'icc1',
    'Anteil der Unterschiede zwischen Ämtern (mode several)',
    'share of the differences between offices (mode several)',
  ),
  field(
    'icc2',
    'Verlässlichkeit der Amtsmittel (mode several)',
    'reliability of the means of offices (mode several)',
  ),
  field('offices', 'Ämter hinter α', 'offices behind α'),
  field('items', 'Fragen der Dimension', 'questions of the dimension'),
];

/** The fields of `pegel score --json`, in groups (formats.md §4). */
export const jsonFields: readonly { readonly title: Text; readonly fields: readonly JsonField[] }[] = [
  { title: { de: 'Dokument', en: 'Document' }, fields: head },
  { title: { de: 'Amt (offices[], divisions[])', en: 'Office (offices[], divisions[])' }, fields: office },
  { title: { de: 'Dimension (dimensions.<id>)', en: 'Dimension (dimensions.<id>)' }, fields: dimension },
  {
    title: { de: 'Stadt und Mittel (city, divisions[])', en: 'City and means (city, divisions[])' },
    fields: aggregate,
  },
  {
    title: { de: 'Verlässlichkeit (reliability.<id>)', en: 'Reliability (reliability.<id>)' },
    fields: reliability,
  },
];
