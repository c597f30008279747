import { Refusal } from '../refusal.ts';
import type { Wave } from './wave.ts';

export function unknownWave(): Refusal {
  return new Refusal('unknown', { de: 'Diese Erhebung gibt es nicht.', en: 'There is no such wave.' });
}

export function staleWave(wave: Wave): Refusal {
  return new Refusal(
    'stale',
    {
      de: 'Die Erhebung wurde inzwischen geändert. Bitte laden Sie die Seite neu.',
      en: 'The wave was changed in the meantime. Please reload the page.',
    },
    { facts: { revision: wave.revision, state: wave.state } },
  );
}

/** Only drafts can be changed, deleted or opened. */
export function notADraft(wave: Wave): Refusal {
  return new Refusal(
    'conflict',
    {
      de: 'Die Erhebung ist kein Entwurf mehr und lässt sich nicht mehr ändern oder löschen.',
      en: 'The wave is no longer a draft and can no longer be changed or deleted.',
    },
    { facts: { state: wave.state } },
  );
}

export function alreadyOpened(wave: Wave): Refusal {
  return new Refusal(
    'already-done',
    { de: 'Die Erhebung wurde bereits geöffnet.', en: 'The wave has already been opened.' },
    { facts: { state: wave.state, revision: wave.revision } },
  );
}

export function alreadyClosed(wave: Wave): Refusal {
  return new Refusal(
    'already-done',
    { de: 'Die Erhebung ist bereits geschlossen.', en: 'The wave is already closed.' },
    { facts: { state: wave.state, revision: wave.revision } },
  );
}

export function notYetOpened(wave: Wave): Refusal {
  return new Refusal(
    'conflict',
    {
      de: 'Die Erhebung ist noch ein Entwurf und lässt sich nicht schließen.',
      en: 'The wave is still a draft and cannot be closed.',
    },
    { facts: { state: wave.state } },
  );
}
