import { useState } from 'preact/hooks';
import type { WaveResponse } from '../../../server/waves/waves.wire.ts';
import { t } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { send } from '../api.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { returnOf } from './return-panel.tsx';

export function CloseButton({ wave, closed }: { wave: WaveResponse; closed: (wave: WaveResponse) => void }) {
  const [asking, setAsking] = useState(false);
  const countOf = (count: number) => t(wave.mode === 'several' ? 'count.people' : 'count.offices', { count });
  const { submitted } = wave.counts;
  const close = async () => {
    const { revision } = wave;
    closed(await send<WaveResponse>('POST', `/api/waves/${wave.id}/close`, { revision }));
  };
  return (
    <>
      <Button kind="secondary" onClick={() => setAsking(true)}>
        {t('close.action')}
      </Button>
      {asking ? (
        <ConfirmDialog
          title={t('close.title')}
          action={t('close.confirm')}
          act={close}
          close={() => setAsking(false)}
        >
          <p>
            {t('close.text', {
              missing: countOf(returnOf(wave.counts, wave.mode).all - submitted),
              submitted: countOf(submitted),
            })}
          </p>
          {wave.mode === 'several' ? <p>{t('close.several')}</p> : null}
          <p>{t('close.fixed')}</p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
