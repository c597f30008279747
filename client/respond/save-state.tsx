import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../surveys/plan/plan.ts';
import type { Saving } from './answer-keeper.ts';
import { timeOf } from './dates.ts';
import { isEmpty } from './save-queue.ts';
import type { Texts } from './texts.ts';

interface SaveStateProps {
  readonly saving: Saving;
  readonly language: Language;
  readonly timeZone: string;
  readonly t: Texts;
}

/** Whether everything is saved. Only losing and finding the connection is read out, not every save. */
export function SaveState({ saving, language, timeZone, t }: SaveStateProps) {
  const offline = saving.status === 'offline';
  const [wasOffline, setWasOffline] = useState(false);
  useEffect(() => {
    if (offline) setWasOffline(true);
  }, [offline]);
  const spoken = spokenOf(saving.status, t) ?? (wasOffline ? t.connectedAgain : '');
  return (
    <>
      <span class={`r-save-state r-save-state--${saving.status}`}>
        {textOf({ saving, language, timeZone, t })}
      </span>
      <span class="visually-hidden" role="status">
        {spoken}
      </span>
    </>
  );
}

function spokenOf(status: Saving['status'], t: Texts): string | null {
  if (status === 'unkept') return t.notKeptLong;
  return status === 'offline' ? t.notConnectedLong : null;
}

function textOf({ saving, language, timeZone, t }: SaveStateProps): string {
  if (saving.status === 'offline') return t.notConnected;
  if (saving.status === 'unkept') return t.notKept;
  if (saving.status === 'device') return isEmpty(saving.sheet.queue) ? '' : t.savedHere;
  if (saving.status === 'saving' || !isEmpty(saving.sheet.queue)) return t.saving;
  return saving.savedAt === null ? '' : `✓ ${t.saved(timeOf(saving.savedAt, language, timeZone))}`;
}
