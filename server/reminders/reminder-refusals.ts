import { Refusal } from '../refusal.ts';

export const planIsStale = () =>
  new Refusal('stale', {
    de: 'Die Erinnerungen wurden inzwischen geändert. Bitte laden Sie die Seite neu.',
    en: 'The reminders were changed in the meantime. Please reload the page.',
  });

export const waveIsOver = () =>
  new Refusal('conflict', {
    de: 'Die Erhebung läuft nicht. Es gehen keine Erinnerungen mehr hinaus.',
    en: 'The wave is not open. No reminders are sent any more.',
  });

export const nothingToRemind = () =>
  new Refusal('conflict', {
    de: 'Es gibt nichts zu erinnern: Die Antwort ist abgesendet oder der Link wurde beendet.',
    en: 'There is nothing to remind of: the answer is submitted or the link was ended.',
  });

export const mailedToday = () =>
  new Refusal('conflict', {
    de: 'Diese Person hat heute schon eine Nachricht bekommen. Sie können ausdrücklich noch einmal erinnern.',
    en: 'This person already got a message today. You can remind once more explicitly.',
  });
