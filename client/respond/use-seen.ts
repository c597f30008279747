import { useEffect } from 'preact/hooks';
import type { Transport } from './transport.ts';

const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'scroll'] as const;

/**
 * Tells the server once that a person has looked: after the first interaction with a visible page. Loading alone says
 * nothing, mail gateways load pages too.
 */
export function useSeen(transport: Transport): void {
  useEffect(() => {
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
  }, [transport]);
}
