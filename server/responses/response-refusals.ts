import type { AnswerProblem } from '../../surveys/answers/answer.ts';
import type { Text } from '../../surveys/plan/plan.ts';
import { Refusal } from '../refusal.ts';
import type { StartedWave } from '../waves/wave.ts';
import { storedAt } from './merge-changes.ts';
import type { DraftAnswer } from './response.ts';
import type { Receipt } from './responses.wire.ts';
import type { ResponsesDeps } from './responses-deps.ts';

/** The wave is closed and nothing was submitted: whom to ask. */
export async function waveIsOver(deps: ResponsesDeps, wave: StartedWave): Promise<Refusal> {
  const { city, contact } = await deps.readCity();
  return new Refusal(
    'link-over',
    {
      de: `Die Erhebung „${wave.title}“ ist abgeschlossen. Bitte wenden Sie sich an ${contact.name}, ${contact.phone}.`,
      en: `The survey “${wave.title}” is closed. Please contact ${contact.name}, ${contact.phone}.`,
    },
    { facts: { reason: 'closed', city, contact, wave: { title: wave.title, deadline: wave.deadline } } },
  );
}

function alreadySubmittedText({ submittedBy }: Receipt, mode: StartedWave['mode']): Text {
  if (mode === 'several') {
    return {
      de: 'Ihr Fragebogen wurde bereits abgesendet. Er lässt sich nicht mehr ändern.',
      en: 'Your questionnaire has already been submitted. It can no longer be changed.',
    };
  }
  return {
    de: `Der Fragebogen Ihres Amtes wurde bereits abgesendet, von ${submittedBy}. Er lässt sich nicht mehr ändern.`,
    en: `The questionnaire of your office has already been submitted, by ${submittedBy}. It can no longer be changed.`,
  };
}

export function alreadySubmitted(receipt: Receipt, { mode }: Pick<StartedWave, 'mode'>): Refusal {
  return new Refusal('already-done', alreadySubmittedText(receipt, mode), { facts: { receipt } });
}

/** Anonymous answers stay with the person until they are submitted. */
export function noAnonymousDraft(): Refusal {
  return new Refusal('conflict', {
    de: 'Diese Erhebung ist anonym. Vor dem Absenden wird hier nichts gespeichert.',
    en: 'This survey is anonymous. Nothing is saved here before the submission.',
  });
}

/** Somebody saved answers that this page has not seen. */
export function changedElsewhere(
  draft: Readonly<Record<string, DraftAnswer>>,
  keys: readonly string[],
): Refusal {
  const conflicts = keys.map((key) => {
    const { value, revision } = storedAt(draft, key) ?? { value: null, revision: 0 };
    return { key, revision, value };
  });
  return new Refusal(
    'response-changed-elsewhere',
    {
      de: 'Einige Antworten wurden inzwischen an anderer Stelle geändert. Bitte sehen Sie diese Fragen noch einmal an.',
      en: 'Some answers were changed elsewhere in the meantime. Please look at these questions again.',
    },
    { facts: { keys, conflicts } },
  );
}

export function incomplete(problems: readonly AnswerProblem[]): Refusal {
  return new Refusal(
    'incomplete',
    {
      de: 'Einige Antworten fehlen oder sind nicht gültig. Sie stehen bei den Fragen.',
      en: 'Some answers are missing or not valid. They are named at the questions.',
    },
    {
      errors: problems.map(({ pointer, detail, allowed }) => ({
        pointer: `#/answers${pointer}`,
        detail,
        ...(allowed === undefined ? {} : { allowed }),
      })),
    },
  );
}

/** One save names a question once. */
export function namedTwice(key: string): Refusal {
  const detail = {
    de: `Die Frage „${key}“ steht zweimal in derselben Speicherung.`,
    en: `The question “${key}” stands twice in the same save.`,
  };
  return new Refusal('malformed-request', detail, { errors: [{ pointer: '#/changes', detail }] });
}

/** Many people wrote to the same response at once; sending again is safe. */
export function tooBusy(): Refusal {
  return new Refusal('unavailable', {
    de: 'Der Fragebogen wird gerade von mehreren Stellen gespeichert. Bitte versuchen Sie es noch einmal.',
    en: 'The questionnaire is being saved from several places. Please try again.',
  });
}
