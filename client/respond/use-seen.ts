import { useEffect } from 'preact/hooks';
import type { AnsweringResponse } from '../../server/responses/responses.wire.ts';
import type { Transport } from './transport.ts';

const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'scroll'] as const;

/**
 * Tells the server once that a person has looked: after the first interaction with a visible page. Loading alone says
 * nothing, mail gateways load pages too. Of an anonymous survey the server hears nothing before the submission.
 */
export function useSeen(transport: Transport, several: AnsweringResponse['several']): void {
  const quiet = several?.anonymous === true;
  useEffect(() => {
    if (quiet) return;
    let told = false;
    const tell = (event: Event) => {
      if (told || !event.isTrusted || document.visibilityState !== 'visible') return;
      told = true;
      transport.seen().catch(() => {
        told = false;
      });
    };
    for (const sign of signs) window.addEventListener(sign, tell, { passive: true });
    return () => {
      for (const sign of signs) window.removeEventListener(sign, tell);
    };
  }, [transport, quiet]);
}
