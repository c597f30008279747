import type { AnswerProblem } from '../../../surveys/answers/answer.ts';
import { pointerOf } from '../../http/parse.ts';
import { Refusal, type RefusalError } from '../../refusal.ts';
import type { ResponseMode } from './read-responses.ts';

/** A record of the file: its position and its office. */
export interface Spot {
  readonly index: number;
  readonly code: string;
}

/** Nobody reads more of them. */
const mostAllowed = 100;

/** @param questions names that answers may have, told where one is unknown */
export function answerError(
  { index, code }: Spot,
  problem: AnswerProblem,
  questions: readonly string[],
): RefusalError {
  const { pointer, detail } = problem;
  const names = problem.kind === 'unknownQuestion' ? questions.slice(0, mostAllowed) : undefined;
  const allowed = problem.allowed ?? names;
  return {
    pointer: `${pointerOf([index, 'answers'])}${pointer}`,
    detail: { de: `Amt ${code}: ${detail.de}`, en: `Office ${code}: ${detail.en}` },
    ...(allowed ? { allowed } : {}),
  };
}

export function unknownOffice({ index, code }: Spot, known: Iterable<string>): RefusalError {
  return {
    pointer: pointerOf([index, 'office']),
    detail: {
      de: `Das Amt ${code} steht nicht in der Datei der Ämter.`,
      en: `Office ${code} is not in the file of offices.`,
    },
    allowed: [...known].slice(0, mostAllowed),
  };
}

export function secondResponse({ index, code }: Spot): RefusalError {
  return {
    pointer: pointerOf([index, 'office']),
    detail: {
      de: `Das Amt ${code} hat schon eine Antwort in dieser Datei; erlaubt ist eine je Amt (mode "official").`,
      en: `Office ${code} already has a response in this file; one per office is allowed (mode "official").`,
    },
  };
}

export function officeInTwoModes({ index, code }: Spot, allowed: ResponseMode): RefusalError {
  return {
    pointer: pointerOf([index, 'mode']),
    detail: {
      de: `Das Amt ${code} antwortet weiter oben mit mode "${allowed}"; ein Amt hat nur eine Befragungsart.`,
      en: `Office ${code} answers further up with mode "${allowed}"; an office has one mode only.`,
    },
    allowed: [allowed],
  };
}

export function otherMode({ index, code }: Spot, allowed: ResponseMode): RefusalError {
  return {
    pointer: pointerOf([index, 'mode']),
    detail: {
      de: `Amt ${code}: Die Datei beginnt mit mode "${allowed}"; eine Datei hat nur eine Befragungsart.`,
      en: `Office ${code}: the file begins with mode "${allowed}"; a file has one mode only.`,
    },
    allowed: [allowed],
  };
}

export function respondentMissing({ index, code }: Spot): RefusalError {
  return {
    pointer: pointerOf([index, 'respondent']),
    detail: {
      de: `Amt ${code}: "respondent" fehlt. Mit mode "several" steht hier ein Text, der im Amt nur einmal vorkommt.`,
      en: `Office ${code}: "respondent" is missing. With mode "several" it is a text that is unique in the office.`,
    },
  };
}

export function respondentTwice({ index, code }: Spot, respondent: string): RefusalError {
  return {
    pointer: pointerOf([index, 'respondent']),
    detail: {
      de: `Amt ${code}: "${respondent}" hat in diesem Amt schon geantwortet; erlaubt ist eine Antwort je Person.`,
      en: `Office ${code}: "${respondent}" already answered in this office; one response per person is allowed.`,
    },
  };
}

export function respondentInOfficial({ index, code }: Spot): RefusalError {
  return {
    pointer: pointerOf([index, 'respondent']),
    detail: {
      de: `Amt ${code}: "respondent" gibt es nur mit mode "several"; ein Amt mit mode "official" antwortet als Ganzes.`,
      en: `Office ${code}: "respondent" exists with mode "several" only; with mode "official" an office answers as one.`,
    },
  };
}

export function refusedResponses(errors: readonly RefusalError[]): Refusal {
  const detail = {
    de: 'Die Antworten werden nicht gewertet, weil einige nicht zum Fragebogen oder zu den Ämtern passen.',
    en: 'The responses are not scored because some do not fit the questionnaire or the offices.',
  };
  return new Refusal('incomplete', detail, { errors: errors.slice(0, 1_000) });
}
