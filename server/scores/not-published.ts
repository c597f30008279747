import { Refusal } from '../refusal.ts';
import type { StartedWave } from '../waves/wave.ts';

/** Why nothing of a wave of mode several leaves yet. */
export function notPublished({ title, state }: Pick<StartedWave, 'title' | 'state'>): Refusal {
  return new Refusal(
    'conflict',
    state === 'open'
      ? {
          de: `„${title}“ läuft noch. Werte und Antworten gibt Pegel erst heraus, wenn die Erhebung geschlossen ist.`,
          en: `“${title}” is still open. Values and answers can be had once the wave is closed.`,
        }
      : {
          de: `Die Werte von „${title}“ werden noch berechnet. Bitte versuchen Sie es gleich noch einmal.`,
          en: `The values of “${title}” are still being computed. Please try again in a moment.`,
        },
  );
}
