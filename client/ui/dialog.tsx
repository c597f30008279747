import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

/** The browser's own modal dialog: Escape and its button close it, focus goes back to where it came from. */
export function Dialog(props: {
  title: string;
  closeLabel: string;
  close: () => void;
  size?: 'wide' | undefined;
  footer?: ComponentChildren;
  children: ComponentChildren;
}) {
  const box = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog ref={box} class={dialogClass(props.size)} aria-labelledby={heading} onClose={props.close}>
      <header class="kern-dialog__header">
        <h2 class="kern-title kern-title--large" id={heading}>
          {props.title}
        </h2>
        <button type="button" class="kern-btn kern-btn--tertiary" onClick={props.close}>
          <span class="kern-icon kern-icon--close" aria-hidden="true" />
          <span class="kern-label visually-hidden">{props.closeLabel}</span>
        </button>
      </header>
      <section class="kern-dialog__body">{props.children}</section>
      {props.footer === undefined ? null : <footer class="kern-dialog__footer">{props.footer}</footer>}
    </dialog>
  );
}

function dialogClass(size: 'wide' | undefined): string {
  return size === undefined ? 'kern-dialog' : `kern-dialog kern-dialog--${size}`;
}
