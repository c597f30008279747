import { Refusal } from '../refusal.ts';

export function unknownInvitation(): Refusal {
  return new Refusal('unknown', { de: 'Diese Einladung gibt es nicht.', en: 'There is no such invitation.' });
}

export function waveNotOpen(): Refusal {
  return new Refusal('conflict', {
    de: 'Die Erhebung läuft nicht. Es gehen keine Nachrichten mehr hinaus.',
    en: 'The wave is not open. No messages are sent any more.',
  });
}

export function linkEnded(): Refusal {
  return new Refusal('conflict', {
    de: 'Der Link dieser Einladung wurde beendet. Senden Sie die Einladung mit einem neuen Link.',
    en: 'The link of this invitation was ended. Send the invitation with a new link.',
  });
}

export function tooManyLinks(): Refusal {
  return new Refusal('conflict', {
    de: 'Für diese Einladung gab es schon zu viele neue Links. Bitte senden Sie den bestehenden noch einmal.',
    en: 'There have been too many new links for this invitation. Please send the existing one again.',
  });
}

export function changedMeanwhile(): Refusal {
  return new Refusal('stale', {
    de: 'Die Einladung wurde inzwischen schon neu gesendet oder beendet. Bitte laden Sie die Seite neu.',
    en: 'The invitation was already sent again or ended in the meantime. Please reload the page.',
  });
}

export function alreadyRevoked(): Refusal {
  return new Refusal('already-done', {
    de: 'Der Link wurde bereits beendet.',
    en: 'The link has already been ended.',
  });
}
