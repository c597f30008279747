import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { WaveResponse } from '../../../server/waves/waves.wire.ts';
import { send } from '../api.ts';
import { type DraftValues, draftValuesOf, lacksConsent, sentDraft } from './draft-values.ts';

const quietMilliseconds = 700;

export interface DraftState {
  readonly values: DraftValues;
  readonly change: (changes: Partial<DraftValues>) => void;
  readonly savedAt: Date | null;
  readonly saving: boolean;
  /** Something is missing before the draft can be saved. */
  readonly waiting: boolean;
  readonly error: unknown;
}

/** A draft that saves itself: changes are collected while the person is typing, one save is under way at a time. */
export function useDraft(wave: WaveResponse, replace: (wave: WaveResponse) => void): DraftState {
  const [values, setValues] = useState(() => draftValuesOf(wave));
  const [pending, setPending] = useState<Partial<DraftValues>>({});
  const [saving, setSaving] = useState(false);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const [error, setError] = useState<unknown>(null);
  const latest = useRef({ revision: wave.revision, mode: values.mode });
  latest.current = { revision: wave.revision, mode: values.mode };
  const waiting = lacksConsent(values);
  const change = useCallback((changes: Partial<DraftValues>) => {
    setValues((current) => ({ ...current, ...changes }));
    setPending((current) => ({ ...current, ...changes }));
    setError(null);
  }, []);
  useEffect(() => {
    if (saving || waiting || error !== null || Object.keys(pending).length === 0) return;
    const timer = window.setTimeout(() => {
      const { revision, mode } = latest.current;
      setSaving(true);
      setPending({});
      send<WaveResponse>('PATCH', `/api/waves/${wave.id}`, { revision, ...sentDraft(pending, mode) })
        .then((saved) => {
          replace(saved);
          setSavedAt(new Date());
        }, setError)
        .finally(() => setSaving(false));
    }, quietMilliseconds);
    return () => window.clearTimeout(timer);
  }, [pending, saving, waiting, error, wave.id, replace]);
  return { values, change, savedAt, saving: saving || Object.keys(pending).length > 0, waiting, error };
}
