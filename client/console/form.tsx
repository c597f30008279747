import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { type TextKey, t } from '../i18n/i18n.ts';
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
export function FormProblems(props: { error: unknown; labelOf?: (pointer: string) => string | null }) {
  if (props.error === null) return null;
  const fields = [...fieldErrors(props.error)];
  if (fields.length === 0) return <Alert kind="danger" title={problemText(props.error)} />;
  return (
    <Alert kind="danger" title={t('form.check', { count: fields.length })}>
      <ul>
        {fields.map(([pointer, detail]) => (
          <li key={pointer}>
            <FieldProblem pointer={pointer} label={props.labelOf?.(pointer) ?? null} detail={detail} />
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function FieldProblem(props: { pointer: string; label: string | null; detail: string }) {
  if (props.label === null) return <>{props.detail}</>;
  return <a href={`#${fieldId(props.pointer)}`}>{`${props.label}: ${props.detail}`}</a>;
}

/** The label of the field a pointer names, from a form's labels by the end of the pointer; null: no such field. */
export function labelIn(labels: Readonly<Record<string, TextKey>>, pointer: string): string | null {
  const key = labels[pointer.slice(1)];
  return key === undefined ? null : t(key);
}

/** Id of the field a pointer names: `/contacts/0/email` → `feld-contacts-0-email`. */
export function fieldId(pointer: string): string {
  return `feld${pointer.replaceAll('/', '-')}`;
}
