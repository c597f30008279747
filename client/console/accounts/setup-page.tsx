import { useState } from 'preact/hooks';
import type { SessionResponse, SetupRequest } from '../../../server/accounts/accounts.wire.ts';
import { t } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { send } from '../api.ts';
import { Form, FormProblems, fieldId, labelIn, useWork } from '../form.tsx';
import { Page } from '../page.tsx';
import { fieldErrors } from '../problem-text.ts';
import { navigate } from '../router.ts';
import { useSession } from '../session.ts';

type Fields = Omit<SetupRequest, 'token'>;

const fields = [
  { name: 'city', type: 'text', autoComplete: 'organization' },
  { name: 'name', type: 'text', autoComplete: 'name' },
  { name: 'phone', type: 'tel', autoComplete: 'tel' },
  { name: 'email', type: 'email', autoComplete: 'username' },
  { name: 'password', type: 'password', autoComplete: 'new-password' },
] as const;

const labels = {
  city: 'field.city',
  name: 'field.ownName',
  phone: 'field.phone',
  email: 'field.email',
  password: 'field.password',
} as const;

const hints = { city: 'setup.cityHint', phone: 'setup.phoneHint', password: 'setup.passwordHint' } as const;

function hintOf(name: keyof Fields): string | undefined {
  return name === 'city' || name === 'phone' || name === 'password' ? t(hints[name]) : undefined;
}

/** The form behind the one-time set-up link. */
export function SetupPage({ token }: { token: string }) {
  const { accept } = useSession();
  const [values, setValues] = useState<Fields>({ city: '', name: '', phone: '', email: '', password: '' });
  const work = useWork();
  const errors = fieldErrors(work.error);
  const submit = () =>
    work.run(async () => {
      const session = await send<SessionResponse>('POST', '/api/setup', { token, ...values });
      navigate('/', 'replace');
      accept(session);
    });
  return (
    <Page name={t('setup.name')} heading={t('setup.heading')} lead={t('setup.lead')}>
      <div class="panel panel--narrow">
        <Form submit={submit}>
          <FormProblems error={work.error} labelOf={(pointer) => labelIn(labels, pointer)} />
          {fields.map(({ name, type, autoComplete }) => (
            <TextField
              key={name}
              id={fieldId(`/${name}`)}
              label={t(labels[name])}
              hint={hintOf(name)}
              error={errors.get(`/${name}`)}
              type={type}
              autoComplete={autoComplete}
              required
              value={values[name]}
              onInput={(value) => setValues({ ...values, [name]: value })}
            />
          ))}
          <Button kind="primary" type="submit" busy={work.busy ? t('setup.busy') : null}>
            {t('setup.action')}
          </Button>
        </Form>
      </div>
    </Page>
  );
}

/** Behind the set-up link once there is an account. */
export function AlreadySetUpPage() {
  return (
    <Page name={t('setup.name')} heading={t('setup.done')} lead={t('setup.doneLead')}>
      <ButtonLink href="/anmelden">{t('setup.toSignIn')}</ButtonLink>
    </Page>
  );
}
