import type { Scalar, Text } from '../surveys/plan/plan.ts';

/** Every reason why Pegel says no. The edge knows the status code of each (server/http/problem.ts). */
export type RefusalKind =
  | 'malformed-request'
  | 'not-signed-in'
  | 'wrong-credentials'
  | 'forbidden'
  | 'csrf'
  | 'unknown'
  | 'unknown-link'
  | 'conflict'
  | 'already-done'
  | 'stale'
  | 'response-changed-elsewhere'
  | 'link-over'
  | 'too-large'
  | 'unsupported-media-type'
  | 'incomplete'
  | 'import-refused'
  | 'not-available'
  | 'too-many-requests'
  | 'unavailable';

export interface RefusalError {
  /** JSON pointer into what was sent, e.g. `#/offices/3/code`. */
  readonly pointer: string;
  readonly detail: Text;
  readonly allowed?: readonly Scalar[];
}

/** The domain's way to say no; texts are for the person who asked. */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly detail: Text;
  readonly errors: readonly RefusalError[];
  /** Further members of the problem document, plain JSON. */
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(
    kind: RefusalKind,
    detail: Text,
    more: { errors?: readonly RefusalError[]; facts?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(`${kind}: ${detail.en}`);
    this.name = 'Refusal';
    this.kind = kind;
    this.detail = detail;
    this.errors = more.errors ?? [];
    this.facts = more.facts ?? {};
  }
}
