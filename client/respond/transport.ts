import type {
  AnsweringResponse,
  SaveAnswersRequest,
  SaveAnswersResponse,
  SubmitRequest,
  SubmitResponse,
} from '../../server/responses/responses.wire.ts';

/** The four things the answering page asks of the world; the console's preview brings one that keeps nothing. */
export interface Transport {
  open(): Promise<AnsweringResponse>;
  /** A person has looked: sent after the first visible interaction, never by loading. */
  seen(): Promise<void>;
  save(request: SaveAnswersRequest): Promise<SaveAnswersResponse>;
  submit(request: SubmitRequest): Promise<SubmitResponse>;
}
