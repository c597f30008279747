import { useEffect, useState } from 'preact/hooks';
import type { AnsweringResponse } from '../../server/responses/responses.wire.ts';
import type { ProblemError } from '../http.ts';
import type { AnswerKeeper, Saving } from './answer-keeper.ts';
import { Autosave } from './autosave.ts';
import { DeviceKeeper } from './device-keeper.ts';
import type { KeptChanges } from './kept-changes.ts';
import { openSheet } from './sheet.ts';
import type { Transport } from './transport.ts';

interface AutosaveProps {
  readonly opened: AnsweringResponse;
  readonly transport: Transport;
  readonly kept: KeptChanges;
  /** Must stay the same function. */
  readonly over: (problem: ProblemError) => void;
}

/**
 * The sheet, saved by itself: after a pause, when the connection is back, and when the page is left. An anonymous one
 * stays on the device.
 */
export function useAutosave({ opened, transport, kept, over }: AutosaveProps) {
  const quiet = opened.several?.anonymous === true;
  const [saving, show] = useState<Saving>(() => ({
    sheet: openSheet(opened.answers, kept.take()),
    status: quiet ? 'device' : 'rest',
    savedAt: opened.savedAt,
  }));
  const [autosave] = useState<AnswerKeeper>(() =>
    quiet
      ? new DeviceKeeper({ kept, start: saving, show })
      : new Autosave({ transport, kept, start: saving, show, over }),
  );
  useEffect(() => {
    const sendNow = () => void autosave.flush();
    const sendWhenLeft = () => {
      if (document.visibilityState === 'hidden') sendNow();
    };
    autosave.start();
    window.addEventListener('online', sendNow);
    document.addEventListener('visibilitychange', sendWhenLeft);
    return () => {
      autosave.stop();
      window.removeEventListener('online', sendNow);
      document.removeEventListener('visibilitychange', sendWhenLeft);
    };
  }, [autosave]);
  return { autosave, saving };
}
