import { useEffect, useState } from 'preact/hooks';
import type {
  MailPreviewResponse,
  TestMailResponse,
  WaveResponse,
} from '../../../server/waves/waves.wire.ts';
import { t } from '../../i18n/i18n.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { send } from '../api.ts';
import { FormProblems, useWork } from '../form.tsx';
import { useLoad } from '../load.ts';
import { problemText } from '../problem-text.ts';
import { useSession } from '../session.ts';

/** The invitation as it will be sent, and a test to oneself. */
export function DraftMails({ wave }: { wave: WaveResponse }) {
  const { session } = useSession();
  const preview = useLoad<MailPreviewResponse>(`/api/waves/${wave.id}/mail-preview`);
  const { reload } = preview;
  useEffect(reload, [wave.revision, reload]);
  return (
    <Panel title={t('draft.part4')} id="nachrichten">
      {preview.loaded.state === 'ready' ? <Mail mail={preview.loaded.value} /> : null}
      {preview.loaded.state === 'failed' ? <p class="muted">{problemText(preview.loaded.error)}</p> : null}
      <TestMail wave={wave} to={session.account?.email ?? ''} />
    </Panel>
  );
}

function Mail({ mail }: { mail: MailPreviewResponse }) {
  return (
    <div class="mail">
      <dl class="mail__head">
        <dt>{t('mail.from')}</dt>
        <dd>{mail.from}</dd>
        <dt>{t('mail.to')}</dt>
        <dd>{mail.to}</dd>
        <dt>{t('mail.subject')}</dt>
        <dd>
          <strong>{mail.subject}</strong>
        </dd>
      </dl>
      <pre class="mail__text">{mail.text}</pre>
    </div>
  );
}

function TestMail({ wave, to }: { wave: WaveResponse; to: string }) {
  const work = useWork();
  const [sent, setSent] = useState<string | null>(null);
  const sendTest = () =>
    work.run(async () => {
      const answer = await send<TestMailResponse>('POST', `/api/waves/${wave.id}/test-mail`, {
        language: wave.language,
      });
      setSent(answer.to);
    });
  return (
    <div class="test-mail">
      <FormProblems error={work.error} />
      {sent === null ? null : (
        <Alert kind="success" title={t('mail.testSent', { to: sent })}>
          <a href={`/erhebungen/${wave.id}/nachrichten`}>{t('mail.toOutbox')}</a>
        </Alert>
      )}
      <Button kind="secondary" onClick={sendTest} busy={work.busy ? t('mail.testBusy') : null}>
        {t('mail.test', { to })}
      </Button>
    </div>
  );
}
