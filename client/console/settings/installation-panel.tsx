import type { SettingsResponse } from '../../../server/settings/settings.wire.ts';
import { t } from '../../i18n/i18n.ts';
import { Panel } from '../../ui/panel.tsx';

/** What the operator sets when Pegel starts, with the name of each setting. */
export function InstallationPanel({ settings }: { settings: SettingsResponse }) {
  const { mail, store } = settings;
  const facts = [
    { label: t('install.mail'), value: t(`install.mail_${mail.transport}`), setting: 'SMTP_URL' },
    ...(mail.folder === null
      ? []
      : [{ label: t('install.folder'), value: mail.folder, setting: 'PEGEL_DATA' }]),
    { label: t('install.from'), value: mail.from, setting: 'MAIL_FROM' },
    { label: t('install.url'), value: settings.url, setting: 'PEGEL_URL' },
    { label: t('install.timeZone'), value: settings.timeZone, setting: 'PEGEL_TIMEZONE' },
    { label: t('install.store'), value: t(`install.store_${store.kind}`), setting: 'MONGODB_URI' },
    ...(store.folder === null
      ? []
      : [{ label: t('install.data'), value: store.folder, setting: 'PEGEL_DATA' }]),
    { label: t('install.version'), value: settings.version, setting: null },
  ];
  return (
    <Panel title={t('install.title')} id="post">
      <p class="small">{t('install.text')}</p>
      <dl class="facts">
        {facts.map((fact) => (
          <div key={fact.label}>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
            <dd>{fact.setting === null ? null : <code>{fact.setting}</code>}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
