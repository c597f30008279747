import { useState } from 'preact/hooks';
import type { MailPauseResponse } from '../../server/mail/mail.wire.ts';
import { t } from '../i18n/i18n.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { send } from './api.ts';
import { useLoad } from './load.ts';
import { ConfirmDialog } from './waves/confirm-dialog.tsx';

/** After a backup was restored: that mail waits, how much of it, and the button that lets it go. */
export function MailPauseBanner() {
  const { loaded, replace } = useLoad<MailPauseResponse>('/api/mail-pause');
  const [asking, setAsking] = useState(false);
  const [released, setReleased] = useState(false);
  if (loaded.state !== 'ready') return null;
  const { pausedSince, owed } = loaded.value;
  if (released) return <Alert kind="success" title={t('mailPause.released', { count: owed })} />;
  if (pausedSince === null) return null;
  const release = async () => {
    replace(await send<MailPauseResponse>('DELETE', '/api/mail-pause'));
    setReleased(true);
  };
  return (
    <>
      <Alert kind="warning" title={t('mailPause.title')}>
        <p>{t('mailPause.text', { count: owed })}</p>
        <Button kind="secondary" onClick={() => setAsking(true)}>
          {t('mailPause.release')}
        </Button>
      </Alert>
      {asking ? (
        <ConfirmDialog
          title={t('mailPause.ask', { count: owed })}
          action={t('mailPause.confirm', { count: owed })}
          act={release}
          close={() => setAsking(false)}
        >
          <p>{t('mailPause.explain')}</p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
