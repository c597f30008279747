import type { ComponentChildren } from 'preact';

type Kind = 'info' | 'success' | 'warning' | 'danger';

/** A message that stands where it belongs; trouble is announced at once. */
export function Alert(props: { kind: Kind; title: string; children?: ComponentChildren }) {
  const role = props.kind === 'danger' ? 'alert' : 'status';
  return (
    <div class={`kern-alert kern-alert--${props.kind}`} role={role}>
      <div class="kern-alert__header">
        <span class={`kern-icon kern-icon--${props.kind}`} aria-hidden="true" />
        <span class="kern-title">{props.title}</span>
      </div>
      {props.children === undefined ? null : <div class="kern-alert__body">{props.children}</div>}
    </div>
  );
}
