import type { AnsweringResponse, Receipt } from '../../server/responses/responses.wire.ts';
import type { Transport } from './transport.ts';

/** Shows a questionnaire as a respondent sees it and keeps nothing. */
export function previewTransport(shown: AnsweringResponse): Transport {
  return {
    open: async () => shown,
    seen: async () => {},
    notMe: async () => {},
    save: async ({ changes }) => ({
      savedAt: new Date().toISOString(),
      accepted: changes.map(({ key, base }) => ({ key, revision: base + 1 })),
      conflicts: [],
      refused: [],
    }),
    submit: async ({ answers }) => ({ receipt: sampleReceipt(shown, Object.keys(answers).length) }),
  };
}

function sampleReceipt({ several, person }: AnsweringResponse, answered: number): Receipt {
  const quiet = { submittedAt: null, code: '–', answeredItems: 0, askedItems: 0, submittedBy: '' };
  if (several?.anonymous) return quiet;
  const submittedAt = new Date().toISOString();
  return { ...quiet, submittedAt, answeredItems: answered, askedItems: answered, submittedBy: person.name };
}
