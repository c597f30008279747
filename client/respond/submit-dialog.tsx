import type { RefObject } from 'preact';
import { Button } from '../ui/button.tsx';
import { useAnswering } from './answering-context.ts';

interface SubmitDialogProps {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly onConfirm: () => void;
}

/** Asks once, naming the numbers: what is submitted stays. */
export function SubmitDialog({ dialog, onConfirm }: SubmitDialogProps) {
  const { t, data, progress } = useAnswering();
  const close = () => dialog.current?.close();
  return (
    <dialog class="kern-dialog" ref={dialog} aria-labelledby="submit-title">
      <header class="kern-dialog__header">
        <h2 class="kern-title" id="submit-title">
          {t.confirmTitle(progress.answered, progress.counted)}
        </h2>
      </header>
      <section class="kern-dialog__body">
        <p>{t.confirmText(`${data.office.code} ${data.office.name}`)}</p>
      </section>
      <footer class="kern-dialog__footer">
        <Button kind="secondary" onClick={close}>
          {t.confirmNo}
        </Button>
        <Button
          onClick={() => {
            close();
            onConfirm();
          }}
        >
          {t.confirmYes}
        </Button>
      </footer>
    </dialog>
  );
}
