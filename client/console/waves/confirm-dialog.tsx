import type { ComponentChildren } from 'preact';
import { t } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormProblems, useWork } from '../form.tsx';

/** Asks once before something that cannot be taken back; the text names the numbers. */
export function ConfirmDialog(props: {
  title: string;
  action: string;
  act: () => Promise<void>;
  close: () => void;
  children: ComponentChildren;
}) {
  const work = useWork();
  const act = () =>
    work.run(async () => {
      await props.act();
      props.close();
    });
  const footer = (
    <>
      <Button kind="secondary" onClick={props.close}>
        {t('dialog.cancel')}
      </Button>
      <Button kind="primary" onClick={act} busy={work.busy ? t('dialog.busy') : null}>
        {props.action}
      </Button>
    </>
  );
  return (
    <Dialog title={props.title} closeLabel={t('dialog.close')} close={props.close} footer={footer}>
      <FormProblems error={work.error} />
      {props.children}
    </Dialog>
  );
}
