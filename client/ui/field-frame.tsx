import type { ComponentChildren } from 'preact';

export interface FieldTexts {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Shown behind the label, e.g. "(freiwillig)". */
  readonly optional?: string | undefined;
}

interface FieldFrameProps extends FieldTexts {
  readonly id: string;
  readonly children: ComponentChildren;
}

/** Ids of what describes the field, for aria-describedby. */
export function describedBy(id: string, { hint, error }: FieldTexts): string | undefined {
  const ids = [...(hint ? [`${id}-hint`] : []), ...(error ? [`${id}-error`] : [])];
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** Label, hint and error around one native control. */
export function FieldFrame({ id, label, hint, error, optional, children }: FieldFrameProps) {
  return (
    <div class={`kern-form-input${error ? ' kern-form-input--error' : ''}`}>
      <label class="kern-label" for={id}>
        {label}
        {optional ? <span class="kern-label__optional"> {optional}</span> : null}
      </label>
      {hint ? (
        <div class="kern-hint" id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
      {children}
      {error ? <FieldError id={`${id}-error`} text={error} /> : null}
    </div>
  );
}

export function FieldError({ id, text }: { readonly id: string; readonly text: string }) {
  return (
    <p class="kern-error" id={id}>
      <span class="kern-icon kern-icon--danger" aria-hidden="true" />
      <span class="kern-body">{text}</span>
    </p>
  );
}
