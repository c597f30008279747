import { useRef } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { TextButton } from '../ui/text-button.tsx';
import type { Texts } from './texts.ts';

interface ForgetAnswersProps {
  readonly t: Texts;
  /** Why a person may want to. */
  readonly why: string;
  readonly onForget: () => void;
}

/** On a device that others use too: takes the answers away that are kept on it. Asks once. */
export function ForgetAnswers({ t, why, onForget }: ForgetAnswersProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current?.close();
  return (
    <>
      <p>
        {why} <TextButton onClick={() => dialog.current?.showModal()}>{t.forget}</TextButton>
      </p>
      <dialog class="kern-dialog" ref={dialog} aria-labelledby="forget-title">
        <div class="kern-dialog__header">
          <h2 class="kern-title" id="forget-title">
            {t.forgetTitle}
          </h2>
        </div>
        <section class="kern-dialog__body">
          <p>{t.forgetText}</p>
        </section>
        <div class="kern-dialog__footer">
          <Button kind="secondary" onClick={close}>
            {t.forgetNo}
          </Button>
          <Button
            onClick={() => {
              close();
              onForget();
            }}
          >
            {t.forgetYes}
          </Button>
        </div>
      </dialog>
    </>
  );
}
