import type { AnsweringResponse } from '../../server/responses/responses.wire.ts';
import type { Transport } from './transport.ts';

/** Shows a questionnaire as a respondent sees it and keeps nothing. */
export function previewTransport(shown: AnsweringResponse): Transport {
  return {
    open: async () => shown,
    seen: async () => {},
    save: async ({ changes }) => ({
      savedAt: new Date().toISOString(),
      accepted: changes.map(({ key, base }) => ({ key, revision: base + 1 })),
      conflicts: [],
      refused: [],
    }),
    submit: async ({ answers }) => ({
      receipt: {
        submittedAt: new Date().toISOString(),
        code: '–',
        answeredItems: Object.keys(answers).length,
        askedItems: Object.keys(answers).length,
        submittedBy: shown.person.name,
      },
    }),
  };
}
