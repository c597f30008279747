import type { NotApplicableReason, Plan, QuestionPlan, RadiogroupPlan } from '../plan/plan.ts';
import type { Answer } from './answer.ts';
import { isRecord } from './is-record.ts';
import { complain, complaints, type Spot } from './problems.ts';
import { rowsReader } from './read-rows.ts';
import { readText } from './read-text.ts';
import { ticksReader } from './read-ticks.ts';
import { valueReader } from './read-value.ts';

/** Bounds of the texts beside an answer, in characters. */
export const answerTextLengths = { comment: 5_000, evidence: 500, reasonText: 500 } as const;

/** Reads one answer, short or long form, into the long form; null: blank, or refused (see the spot's problems). */
export type ReadAnswer = (raw: unknown, spot: Spot) => Answer | null;

type Growing = { -readonly [K in keyof Answer]: Answer[K] };

/** A reader for one question of the plan, prepared once. */
export function answerReader(question: QuestionPlan, plan: Plan): ReadAnswer {
  const readValue = readerOf(question);
  const rows = question.type === 'paneldynamic';
  const valueSpot = (spot: Spot) => (rows ? spot : { ...spot, path: ['value'] });
  const allowed = new Set(keysOf(question));
  const reasons = new Map(plan.maturity.notApplicableReasons.map((reason) => [reason.id, reason]));
  return (raw, spot) => {
    const answer: Growing = {};
    if (!isRecord(raw)) return finished(answer, readValue(raw, spot));
    if (!knownKeysOnly(raw, allowed, spot)) return null;
    readState(raw, question, { answer, spot, reasons });
    readExtras(raw, question, answer, spot);
    const value = raw['value'] === undefined ? undefined : readValue(raw['value'], valueSpot(spot));
    if (value !== undefined && answer.state) complain(spot, complaints.valueAndState(), ['state']);
    return finished(answer, value);
  };
}

function readerOf(question: QuestionPlan): (raw: unknown, spot: Spot) => Answer['value'] | undefined {
  if (question.type === 'paneldynamic') return rowsReader(question);
  return question.type === 'checkbox' ? ticksReader(question) : valueReader(question);
}

function finished(answer: Growing, value: Answer['value']): Answer | null {
  if (value !== undefined) answer.value = value;
  for (const _ in answer) return answer;
  return null;
}

function keysOf(question: QuestionPlan): readonly string[] {
  const { notApplicable, dontKnow, comment, evidence, target } = question;
  return [
    'value',
    ...(notApplicable || dontKnow ? ['state'] : []),
    ...(notApplicable ? ['reason', 'reasonText'] : []),
    ...(comment ? ['comment'] : []),
    ...(evidence ? ['evidence'] : []),
    ...(target ? ['target'] : []),
  ];
}

function knownKeysOnly(raw: object, allowed: ReadonlySet<string>, spot: Spot): boolean {
  let unknown = 0;
  for (const key of Object.keys(raw)) {
    if (allowed.has(key)) continue;
    unknown += 1;
    if (unknown <= 10) complain(spot, complaints.unknownKey([...allowed]), [key.slice(0, 80)]);
  }
  return unknown === 0;
}

interface StateReading {
  readonly answer: Growing;
  readonly spot: Spot;
  readonly reasons: ReadonlyMap<string, NotApplicableReason>;
}

function readState(raw: Record<string, unknown>, question: QuestionPlan, reading: StateReading): void {
  const { state } = raw;
  const { answer, spot } = reading;
  if (state !== 'na') refuseReason(raw, spot);
  if (state === undefined) return;
  if ((state === 'na' && question.notApplicable) || (state === 'dk' && question.dontKnow))
    answer.state = state;
  else complain(spot, complaints.stateNotAllowed(state, statesOf(question)), ['state']);
  if (state === 'na') readReason(raw, reading);
}

function statesOf({ notApplicable, dontKnow }: QuestionPlan): readonly string[] {
  return [...(notApplicable ? ['na'] : []), ...(dontKnow ? ['dk'] : [])];
}

function refuseReason(raw: Record<string, unknown>, spot: Spot): void {
  const { reason, reasonText } = raw;
  if (reason !== undefined) complain(spot, complaints.unknownKey(['value', 'state']), ['reason']);
  if (reasonText !== undefined) complain(spot, complaints.unknownKey(['value', 'state']), ['reasonText']);
}

function readReason(raw: Record<string, unknown>, { answer, spot, reasons }: StateReading): void {
  const { strictness } = spot;
  const { reason, reasonText } = raw;
  if (reasonText !== undefined) {
    const text = readText(reasonText, answerTextLengths.reasonText, spot, ['reasonText']);
    if (text !== undefined) answer.reasonText = text;
  }
  if (reason === undefined) {
    if (strictness !== 'draft') complain(spot, complaints.reasonMissing([...reasons.keys()]), ['reason']);
    return;
  }
  const known = typeof reason === 'string' ? reasons.get(reason) : undefined;
  if (!known) {
    complain(spot, complaints.reasonUnknown(reason, [...reasons.keys()]), ['reason']);
    return;
  }
  answer.reason = known.id;
  const silent = (answer.reasonText ?? '').trim() === '';
  if (strictness === 'submission' && known.needsText && silent)
    complain(spot, complaints.reasonTextMissing(), ['reasonText']);
}

function readExtra(key: 'comment' | 'evidence', raw: unknown, answer: Growing, spot: Spot): void {
  const text = readText(raw, answerTextLengths[key], spot, [key]);
  if (text !== undefined) answer[key] = text;
}

function readExtras(raw: Record<string, unknown>, question: QuestionPlan, answer: Growing, spot: Spot): void {
  const { comment, evidence } = raw;
  if (comment !== undefined) readExtra('comment', comment, answer, spot);
  if (evidence !== undefined) readExtra('evidence', evidence, answer, spot);
  if (raw['target'] === undefined || !isLevelled(question)) return;
  const target = question.choices.find((choice) => choice.value === raw['target']);
  if (target) answer.target = target.value;
  else
    complain(
      spot,
      complaints.wrongChoice(
        raw['target'],
        question.choices.map(({ value }) => value),
      ),
      ['target'],
    );
}

function isLevelled(question: QuestionPlan): question is RadiogroupPlan {
  return question.type === 'radiogroup' || question.type === 'rating';
}
