/** One wrong field of a request; `pointer` is a JSON pointer such as `#/answers/d1_1`. */
export interface FieldProblem {
  readonly pointer: string;
  readonly detail: string;
  readonly allowed: readonly (string | number | boolean)[];
}

/**
 * The one error every page knows: the server's problem document (RFC 9457), or `kind: 'offline'` with status 0 when
 * no answer came.
 */
export class ProblemError extends Error {
  readonly kind: string;
  readonly status: number;
  readonly detail: string;
  readonly errors: readonly FieldProblem[];
  /** Further members of the problem document. */
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(problem: {
    kind: string;
    status: number;
    detail: string;
    errors?: readonly FieldProblem[];
    facts?: Readonly<Record<string, unknown>>;
  }) {
    super(problem.detail || problem.kind);
    this.name = 'ProblemError';
    this.kind = problem.kind;
    this.status = problem.status;
    this.detail = problem.detail;
    this.errors = problem.errors ?? [];
    this.facts = problem.facts ?? {};
  }
}

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON unless it is a Blob. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One call of Pegel's interface; the caller names the wire type it expects. */
export async function request<Response>(path: string, options: RequestOptions = {}): Promise<Response> {
  const answer = await send(path, options);
  if (!answer.ok) throw await problemOf(answer);
  return answer.status === 204 ? (undefined as Response) : ((await answer.json()) as Response);
}

async function send(path: string, { method = 'GET', body, headers = {} }: RequestOptions) {
  const raw = body instanceof Blob;
  const type = body === undefined || raw ? {} : { 'Content-Type': 'application/json' };
  const content = body === undefined ? {} : { body: raw ? body : JSON.stringify(body) };
  try {
    return await fetch(path, {
      method,
      headers: { Accept: 'application/json, application/problem+json', ...type, ...headers },
      credentials: 'same-origin',
      ...content,
    });
  } catch {
    throw new ProblemError({ kind: 'offline', status: 0, detail: '' });
  }
}

async function problemOf(answer: Response): Promise<ProblemError> {
  const body = asRecord(await answer.json().catch(() => null));
  const { type, title: _title, status: _status, detail, errors, instance: _instance, ...facts } = body;
  return new ProblemError({
    kind: String(type ?? 'unavailable').replace('/problems/', ''),
    status: answer.status,
    detail: typeof detail === 'string' ? detail : '',
    errors: Array.isArray(errors) ? errors.map(fieldProblem) : [],
    facts,
  });
}

function fieldProblem(error: unknown): FieldProblem {
  const { pointer, detail, allowed } = asRecord(error);
  return {
    pointer: String(pointer ?? ''),
    detail: String(detail ?? ''),
    allowed: Array.isArray(allowed) ? allowed : [],
  };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
