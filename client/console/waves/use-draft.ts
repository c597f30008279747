import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { WaveResponse } from '../../../server/waves/waves.wire.ts';
import { send } from '../api.ts';
import type { DraftValues } from './draft-parts.tsx';

const quietMilliseconds = 700;

export interface DraftState {
  readonly values: DraftValues;
  readonly change: (changes: Partial<DraftValues>) => void;
  readonly savedAt: Date | null;
  readonly saving: boolean;
  readonly error: unknown;
}

function valuesOf(wave: WaveResponse): DraftValues {
  const { title, questionnaire, officeIds, deadline, language } = wave;
  return { title, questionnaire, officeIds, deadline, language };
}

/** A draft that saves itself: changes are collected while the person is typing, one save is under way at a time. */
export function useDraft(wave: WaveResponse, replace: (wave: WaveResponse) => void): DraftState {
  const [values, setValues] = useState(() => valuesOf(wave));
  const [pending, setPending] = useState<Partial<DraftValues>>({});
  const [saving, setSaving] = useState(false);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const [error, setError] = useState<unknown>(null);
  const revision = useRef(wave.revision);
  revision.current = wave.revision;
  const change = useCallback((changes: Partial<DraftValues>) => {
    setValues((current) => ({ ...current, ...changes }));
    setPending((current) => ({ ...current, ...changes }));
    setError(null);
  }, []);
  useEffect(() => {
    if (saving || error !== null || Object.keys(pending).length === 0) return;
    const timer = window.setTimeout(() => {
      setSaving(true);
      setPending({});
      send<WaveResponse>('PATCH', `/api/waves/${wave.id}`, { revision: revision.current, ...pending })
        .then((saved) => {
          replace(saved);
          setSavedAt(new Date());
        }, setError)
        .finally(() => setSaving(false));
    }, quietMilliseconds);
    return () => window.clearTimeout(timer);
  }, [pending, saving, error, wave.id, replace]);
  return { values, change, savedAt, saving: saving || Object.keys(pending).length > 0, error };
}
