import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { AnsweringResponse } from '../../server/responses/responses.wire.ts';
import type { Answer } from '../../surveys/answers/answer.ts';
import type { Lookup } from '../../surveys/conditions/evaluate-condition.ts';
import type { Language } from '../../surveys/plan/plan.ts';
import type { Saving } from './answer-keeper.ts';
import type { QuestionProblem } from './problems.ts';
import type { Progress } from './progress.ts';
import type { Texts } from './texts.ts';

/** What every part of the open questionnaire needs to know and may do. */
export interface Answering {
  readonly data: AnsweringResponse;
  readonly language: Language;
  readonly t: Texts;
  readonly saving: Saving;
  readonly progress: Progress;
  /** Names of the questions asked now. */
  readonly asked: ReadonlySet<string>;
  readonly lookup: Lookup;
  readonly problems: readonly QuestionProblem[];
  change(key: string, answer: Answer | null): void;
  keepMine(key: string): void;
  takeTheirs(key: string): void;
}

export const AnsweringContext = createContext<Answering | null>(null);

export function useAnswering(): Answering {
  const answering = useContext(AnsweringContext);
  if (answering === null) throw new Error('This part is shown inside an open questionnaire only.');
  return answering;
}
