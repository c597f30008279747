import { useState } from 'preact/hooks';
import type { WaveResponse } from '../../../server/waves/waves.wire.ts';
import { longDate } from '../../i18n/dates.ts';
import { t } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { send } from '../api.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';

/** The step that cannot be taken back: it says how many messages leave, and asks once. */
export function OpenButton(props: {
  wave: WaveResponse;
  people: number;
  ready: boolean;
  opened: (wave: WaveResponse) => void;
}) {
  const { wave, people } = props;
  const [asking, setAsking] = useState(false);
  const blocked = wave.checks.some((check) => check.severity === 'error');
  const open = async () =>
    props.opened(await send<WaveResponse>('POST', `/api/waves/${wave.id}/open`, { revision: wave.revision }));
  return (
    <>
      <Button disabled={blocked || !props.ready} onClick={() => setAsking(true)}>
        {t('open.action', { count: people })}
      </Button>
      {asking ? (
        <ConfirmDialog
          title={t('open.title')}
          action={t('open.confirm', { count: people })}
          act={open}
          close={() => setAsking(false)}
        >
          <p>
            {t('open.text', {
              offices: t('count.offices', { count: wave.officeIds.length }),
              people: t('count.people', { count: people }),
              deadline: longDate(wave.deadline),
            })}
          </p>
          {wave.several === null ? null : (
            <p>
              {t(wave.several.anonymous ? 'open.anonymous' : 'open.named', {
                people: t('count.people', { count: wave.several.minGroup }),
              })}
            </p>
          )}
          <p>{t('open.fixed')}</p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
