import { useState } from 'preact/hooks';
import type { OutboxMail } from '../../../server/mail/mail.wire.ts';
import { fullMoment } from '../../i18n/dates.ts';
import { t } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Tag, type TagTone } from '../../ui/tag.tsx';

const tones: Readonly<Record<OutboxMail['state'], TagTone>> = {
  owed: 'plain',
  sending: 'info',
  sent: 'good',
  retrying: 'warn',
  refused: 'bad',
  cancelled: 'plain',
  none: 'plain',
};

/** One mail with its state; written to a folder it also shows its text and opens its link. */
export function OutboxMailEntry({ mail, state }: { mail: OutboxMail; state: string }) {
  return (
    <li class="panel outbox__mail">
      <div class="outbox__head">
        <div>
          <p>
            <strong>{mail.to}</strong> <Tag tone={tones[mail.state]}>{state}</Tag>{' '}
            {mail.kind === 'test' ? <Tag tone="plain">{t('mail.isTest')}</Tag> : null}
          </p>
          <p class="small">
            {mail.subject} · {fullMoment(mail.sentAt ?? mail.dueAt)}
          </p>
          {mail.error === null ? null : (
            <p class="trouble">
              {mail.error} ({t('mail.attempts', { count: mail.attempts })})
            </p>
          )}
        </div>
        {mail.link === null ? null : <LinkActions link={mail.link} to={mail.to} />}
      </div>
      {mail.text === null ? null : (
        <details>
          <summary>{t('mail.show')}</summary>
          <pre class="mail__text">{mail.text}</pre>
        </details>
      )}
    </li>
  );
}

function LinkActions({ link, to }: { link: string; to: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(link).then(() => setCopied(true));
  return (
    <div class="buttons">
      <Button kind="secondary" onClick={copy}>
        {copied ? t('mail.copied') : t('mail.copy')}
        <span class="visually-hidden"> {to}</span>
      </Button>
      <a class="kern-btn kern-btn--secondary" href={link} target="_blank" rel="noopener noreferrer">
        <span class="kern-label">{t('mail.openAs')}</span>
        <span class="visually-hidden"> {to}</span>
      </a>
    </div>
  );
}
