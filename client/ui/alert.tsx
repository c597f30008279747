import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface AlertProps {
  readonly kind: 'info' | 'success' | 'warning' | 'danger';
  readonly title: string;
  /** `alert` is read out at once, `status` when the reader pauses. */
  readonly live?: 'alert' | 'status' | undefined;
  /** When given, the focus moves here when the message appears and whenever this changes. */
  readonly focusKey?: string | number | undefined;
  readonly children?: ComponentChildren;
}

/** A message that stands where it belongs; trouble is announced at once. */
export function Alert({ kind, title, live, focusKey, children }: AlertProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (focusKey !== undefined) box.current?.focus();
  }, [focusKey]);
  return (
    <div
      ref={box}
      class={`kern-alert kern-alert--${kind}`}
      role={live ?? (kind === 'danger' ? 'alert' : 'status')}
      tabIndex={focusKey === undefined ? undefined : -1}
    >
      <div class="kern-alert__header">
        <span class={`kern-icon kern-icon--${kind}`} aria-hidden="true" />
        <span class="kern-title">{title}</span>
      </div>
      {children ? <div class="kern-alert__body">{children}</div> : null}
    </div>
  );
}
