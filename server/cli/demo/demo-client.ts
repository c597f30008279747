import type { z } from 'zod';

/** How the demo speaks to Pegel: as a browser would, over HTTP alone. */
export interface DemoClient {
  get<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>>;
  send<Schema extends z.ZodType>(request: DemoRequest, schema: Schema): Promise<z.output<Schema>>;
}

export interface DemoRequest {
  readonly method: 'POST' | 'PATCH' | 'PUT';
  readonly path: string;
  /** JSON, unless it is a text with a type of its own. */
  readonly body: unknown;
  readonly type?: string;
}

async function said(answer: Response): Promise<unknown> {
  const text = await answer.text();
  if (!answer.ok)
    throw new Error(`${new URL(answer.url).pathname} answered ${answer.status}: ${text.slice(0, 500)}`);
  return text === '' ? null : JSON.parse(text);
}

function content({ body, type }: DemoRequest): { body: string; type: string } {
  if (type !== undefined && typeof body === 'string') return { body, type };
  return { body: JSON.stringify(body), type: 'application/json' };
}

/** `headers` go with every request, read at each one. */
export function demoClient(url: string, headers: () => Record<string, string>): DemoClient {
  return {
    async get(path, schema) {
      return schema.parse(await said(await fetch(`${url}${path}`, { headers: headers() })));
    },
    async send(request, schema) {
      const { body, type } = content(request);
      const answer = await fetch(`${url}${request.path}`, {
        method: request.method,
        headers: { ...headers(), 'Content-Type': type },
        body,
      });
      return schema.parse(await said(answer));
    },
  };
}

/** A respondent: the end of the link in the mail is the proof. */
export function respondentClient(url: string, link: string): DemoClient {
  const proof = link.split('/').at(-1) ?? '';
  return demoClient(url, () => ({ Authorization: `Link ${proof}` }));
}
