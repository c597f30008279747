import { useState } from 'preact/hooks';
import type { SettingsRequest, SettingsResponse } from '../../../server/settings/settings.wire.ts';
import { t } from '../../i18n/i18n.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { send } from '../api.ts';
import { Form, FormProblems, fieldId, labelIn, useWork } from '../form.tsx';
import { useLoad } from '../load.ts';
import { Page, WhenLoaded } from '../page.tsx';
import { fieldErrors } from '../problem-text.ts';
import { useSession } from '../session.ts';
import { InstallationPanel } from './installation-panel.tsx';
import { OperationPanel } from './operation-panel.tsx';

export function SettingsPage() {
  const { loaded, reload, replace } = useLoad<SettingsResponse>('/api/settings');
  return (
    <WhenLoaded loaded={loaded} reload={reload}>
      {(settings) => (
        <Page
          name={t('nav.settings')}
          heading={t(`settings.heading_${settings.mail.transport}`, { city: settings.city })}
          lead={t(`settings.lead_${settings.mail.transport}`)}
        >
          <div class="stack">
            <CityForm settings={settings} saved={replace} />
            <OperationPanel />
            <InstallationPanel settings={settings} />
          </div>
        </Page>
      )}
    </WhenLoaded>
  );
}

const labels = {
  city: 'field.city',
  'contact/name': 'field.name',
  'contact/phone': 'field.phone',
  'contact/email': 'field.email',
} as const;

function CityForm({
  settings,
  saved,
}: {
  settings: SettingsResponse;
  saved: (settings: SettingsResponse) => void;
}) {
  const [draft, setDraft] = useState<SettingsRequest>({ city: settings.city, contact: settings.contact });
  const [done, setDone] = useState(false);
  const { refresh } = useSession();
  const work = useWork();
  const errors = fieldErrors(work.error);
  const change = (changes: Partial<SettingsRequest['contact']>) => {
    setDone(false);
    setDraft({ ...draft, contact: { ...draft.contact, ...changes } });
  };
  const save = () =>
    work.run(async () => {
      saved(await send<SettingsResponse>('PUT', '/api/settings', draft));
      setDone(true);
      await refresh();
    });
  const contactField = (name: 'name' | 'phone' | 'email', type: 'text' | 'tel' | 'email') => (
    <TextField
      id={fieldId(`/contact/${name}`)}
      label={t(`field.${name}`)}
      type={type}
      error={errors.get(`/contact/${name}`)}
      value={draft.contact[name]}
      onInput={(value) => change({ [name]: value })}
    />
  );
  return (
    <Panel title={t('settings.city')}>
      <Form submit={save}>
        <FormProblems error={work.error} labelOf={(pointer) => labelIn(labels, pointer)} />
        {done ? <Alert kind="success" title={t('settings.saved')} /> : null}
        <TextField
          id={fieldId('/city')}
          label={t('field.city')}
          error={errors.get('/city')}
          value={draft.city}
          onInput={(city) => {
            setDone(false);
            setDraft({ ...draft, city });
          }}
        />
        <h3>{t('settings.contact')}</h3>
        <p class="small">{t('settings.contactText')}</p>
        <div class="fields">
          {contactField('name', 'text')}
          {contactField('phone', 'tel')}
          {contactField('email', 'email')}
        </div>
        <Button type="submit" busy={work.busy ? t('settings.saving') : null}>
          {t('settings.save')}
        </Button>
      </Form>
    </Panel>
  );
}
