import { z } from 'zod';
import type { Answers } from '../../../surveys/answers/answer.ts';
import type { Checker } from '../../../surveys/answers/checker.ts';
import { parse, pointerOf } from '../../http/parse.ts';
import { Refusal, type RefusalError } from '../../refusal.ts';
import type { FileOffice } from './read-offices.ts';

const record = z.strictObject({
  office: z.string().min(1).max(100),
  mode: z.enum(['official', 'several']).default('official'),
  respondent: z.string().min(1).max(100).optional(),
  answers: z.unknown(),
});
const responses = z.array(record).max(100_000);

type ResponseRecord = z.output<typeof record>;

/**
 * Checked answers by office code, mode official: at most one response of an office.
 *
 * @throws Refusal naming office and pointer of everything that is wrong
 */
export function readResponses(
  json: unknown,
  { offices, checker }: { readonly offices: readonly FileOffice[]; readonly checker: Checker },
): ReadonlyMap<string, Answers> {
  const records = parse(responses, json);
  if (records.some(({ mode }) => mode === 'several')) throw severalNotAvailable(records);
  const tags = new Map(offices.map((office) => [office.code, office.tags]));
  const answers = new Map<string, Answers>();
  const errors: RefusalError[] = [];
  for (const [index, { office: sent, answers: given }] of records.entries()) {
    const code = sent.normalize('NFC').trim();
    const known = tags.get(code);
    if (!known) errors.push(unknownOffice(index, code));
    else if (answers.has(code)) errors.push(secondResponse(index, code));
    else answers.set(code, {});
    if (!known) continue;
    const checked = checker.checkFile(given, { tags: known });
    if (checked.ok) answers.set(code, checked.answers);
    else errors.push(...checked.problems.map((problem) => answerError(index, code, problem)));
  }
  if (errors.length > 0) throw refusedResponses(errors);
  return answers;
}

function answerError(
  index: number,
  code: string,
  {
    pointer,
    detail,
    allowed,
  }: { pointer: string; detail: RefusalError['detail']; allowed?: RefusalError['allowed'] },
): RefusalError {
  return {
    pointer: `${pointerOf([index, 'answers'])}${pointer}`,
    detail: { de: `Amt ${code}: ${detail.de}`, en: `Office ${code}: ${detail.en}` },
    ...(allowed ? { allowed } : {}),
  };
}

function unknownOffice(index: number, code: string): RefusalError {
  return {
    pointer: pointerOf([index, 'office']),
    detail: {
      de: `Das Amt ${code} steht nicht in der Datei der Ämter.`,
      en: `Office ${code} is not in the file of offices.`,
    },
  };
}

function secondResponse(index: number, code: string): RefusalError {
  return {
    pointer: pointerOf([index, 'office']),
    detail: {
      de: `Das Amt ${code} hat schon eine Antwort in dieser Datei; erlaubt ist eine je Amt.`,
      en: `Office ${code} already has a response in this file; one per office is allowed.`,
    },
  };
}

function severalNotAvailable(records: readonly ResponseRecord[]): Refusal {
  const errors = records.flatMap(({ mode, office }, index) => {
    if (mode !== 'several') return [];
    const detail = { de: `Amt ${office}: Befragungsart „several“.`, en: `Office ${office}: mode "several".` };
    return [{ pointer: pointerOf([index, 'mode']), detail, allowed: ['official'] }];
  });
  const detail = {
    de: 'Die Befragungsart „several“ (viele Personen je Amt) gibt es in dieser Version noch nicht. Erlaubt: official.',
    en: 'The mode "several" (many people per office) is not available in this version. Allowed: official.',
  };
  return new Refusal('not-available', detail, { errors: errors.slice(0, 100) });
}

function refusedResponses(errors: readonly RefusalError[]): Refusal {
  const detail = {
    de: 'Die Antworten werden nicht gewertet, weil einige nicht zum Fragebogen passen.',
    en: 'The responses are not scored because some do not fit the questionnaire.',
  };
  return new Refusal('incomplete', detail, { errors: errors.slice(0, 1_000) });
}
