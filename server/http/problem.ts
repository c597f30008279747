import type { RefusalKind } from '../refusal.ts';

/** Status and title of every refusal, complete by the compiler (RFC 9457). */
export const problems = {
  'malformed-request': { status: 400, title: 'The request has the wrong form' },
  'not-signed-in': { status: 401, title: 'Sign in first' },
  'wrong-credentials': { status: 401, title: 'Sign-in failed' },
  forbidden: { status: 403, title: 'Not allowed' },
  csrf: { status: 403, title: 'The request did not come from this application' },
  unknown: { status: 404, title: 'Not found' },
  'unknown-link': { status: 404, title: 'Not found' },
  conflict: { status: 409, title: 'In conflict with what is stored' },
  'already-done': { status: 409, title: 'Already done' },
  stale: { status: 409, title: 'Changed in the meantime' },
  'response-changed-elsewhere': { status: 409, title: 'The answers were changed elsewhere' },
  'link-over': { status: 410, title: 'This link is over' },
  'too-large': { status: 413, title: 'Too large' },
  'unsupported-media-type': { status: 415, title: 'Unsupported media type' },
  incomplete: { status: 422, title: 'Answers are incomplete or invalid' },
  'import-refused': { status: 422, title: 'The file was not imported' },
  'not-available': { status: 422, title: 'Not available in this version' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  unavailable: { status: 503, title: 'Temporarily unavailable' },
} as const satisfies Record<RefusalKind, { status: number; title: string }>;
