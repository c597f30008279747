import type {
  AnsweringResponse,
  SaveAnswersResponse,
  SubmitRequest,
  SubmitResponse,
} from '../../server/responses/responses.wire.ts';
import { nestedRows } from '../../surveys/answers/nested-rows.ts';
import { request } from '../http.ts';
import type { Transport } from './transport.ts';

/** Speaks to the server with the link as proof: in a header, so that no address carries it. */
export function httpTransport(link: string): Transport {
  const proof = { Authorization: `Link ${link}` };
  const headers = () => ({ ...proof, 'Accept-Language': document.documentElement.lang });
  const send = <Response>(method: 'POST' | 'PATCH', path: string, body: unknown) =>
    request<Response>(path, { method, body, headers: headers() });
  return {
    open: () => request<AnsweringResponse>('/api/r', { headers: headers() }),
    seen: () => send<void>('POST', '/api/r/seen', {}),
    notMe: (body) => send<void>('POST', '/api/r/not-me', body),
    save: (body) => send<SaveAnswersResponse>('PATCH', '/api/r/answers', body),
    submit: ({ seen, answers }) => {
      const body: SubmitRequest = { seen: nestedRows(seen), answers: nestedRows(answers) };
      return send<SubmitResponse>('POST', '/api/r/submission', body);
    },
  };
}
