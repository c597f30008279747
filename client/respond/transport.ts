import type { NotMeRequest } from '../../server/proposals/proposals.wire.ts';
import type {
  AnsweringResponse,
  SaveAnswersRequest,
  SaveAnswersResponse,
  SubmitResponse,
} from '../../server/responses/responses.wire.ts';
import type { Answers } from '../../surveys/answers/answer.ts';

/** By question; a transport nests the rows of matrices. */
export interface Submission {
  /** The revision of every question this page has seen. */
  readonly seen: Readonly<Record<string, number>>;
  readonly answers: Answers;
}

/** The five things the answering page asks of the world; the console's preview brings one that keeps nothing. */
export interface Transport {
  open(): Promise<AnsweringResponse>;
  /** A person has looked: sent after the first visible interaction, never by loading. */
  seen(): Promise<void>;
  save(request: SaveAnswersRequest): Promise<SaveAnswersResponse>;
  submit(submission: Submission): Promise<SubmitResponse>;
  /** Somebody else is the right person. */
  notMe(request: NotMeRequest): Promise<void>;
}
