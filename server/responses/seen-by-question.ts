import type { SubmitRequest } from './responses.wire.ts';

/** Seen revisions by question, as drafts hold them: `{"m": {"r1": 3}}` becomes `m.r1`. */
export function seenByQuestion(seen: SubmitRequest['seen']): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(seen).flatMap(([name, one]) => {
      if (typeof one === 'number') return [[name, one]];
      return Object.entries(one).map(([row, revision]) => [`${name}.${row}`, revision]);
    }),
  );
}
