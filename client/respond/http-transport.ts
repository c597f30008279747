import type {
  AnsweringResponse,
  SaveAnswersResponse,
  SubmitResponse,
} from '../../server/responses/responses.wire.ts';
import { request } from '../http.ts';
import type { Transport } from './transport.ts';

/** Speaks to the server with the link as proof: in a header, so that no address carries it. */
export function httpTransport(link: string): Transport {
  const headers = { Authorization: `Link ${link}` };
  return {
    open: () => request<AnsweringResponse>('/api/r', { headers }),
    seen: () => request<void>('/api/r/seen', { method: 'POST', body: {}, headers }),
    save: (body) => request<SaveAnswersResponse>('/api/r/answers', { method: 'PATCH', body, headers }),
    submit: (body) => request<SubmitResponse>('/api/r/submission', { method: 'POST', body, headers }),
  };
}
