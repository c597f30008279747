import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../i18n/i18n.ts';
import { Alert } from '../ui/alert.tsx';
import { fieldErrors, problemText } from './problem-text.ts';

export interface Work {
  readonly busy: boolean;
  readonly error: unknown;
  /** Runs one piece of work at a time and keeps its failure for the page. */
  readonly run: (work: () => Promise<void>) => void;
  readonly clear: () => void;
}

export function useWork(): Work {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = (work: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setError(null);
    work().then(
      () => setBusy(false),
      (cause: unknown) => {
        setError(cause);
        setBusy(false);
      },
    );
  };
  return { busy, error, run, clear: () => setError(null) };
}

/** A form that the page handles itself. */
export function Form(props: { submit: () => void; class?: string; children: ComponentChildren }) {
  return (
    <form
      class={`form ${props.class ?? ''}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        props.submit();
      }}
    >
      {props.children}
    </form>
  );
}

/** What went wrong, with a link to every field that needs another look. */
export function FormProblems({ error, idOf }: { error: unknown; idOf?: (pointer: string) => string }) {
  if (error === null) return null;
  const fields = [...fieldErrors(error)];
  return (
    <Alert kind="danger" title={problemText(error)}>
      {fields.length === 0 ? null : (
        <>
          <p>{t('form.check')}</p>
          <ul>
            {fields.map(([pointer, detail]) => (
              <li key={pointer}>
                {idOf === undefined ? detail : <a href={`#${idOf(pointer)}`}>{detail}</a>}
              </li>
            ))}
          </ul>
        </>
      )}
    </Alert>
  );
}

/** Id of the field a pointer names: `/contacts/0/email` → `feld-contacts-0-email`. */
export function fieldId(pointer: string): string {
  return `feld${pointer.replaceAll('/', '-')}`;
}
