import { useState } from 'preact/hooks';
import type { SessionResponse } from '../../../server/accounts/accounts.wire.ts';
import { t } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { send } from '../api.ts';
import { Form, FormProblems, useWork } from '../form.tsx';
import { Page } from '../page.tsx';
import { useSession } from '../session.ts';

/** Sign-in stands in the place of the page asked for, which follows right after. */
export function SignInPage({ setUp }: { setUp: boolean }) {
  const { accept } = useSession();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const work = useWork();
  if (!setUp) return <NotSetUp />;
  const submit = () =>
    work.run(async () => accept(await send<SessionResponse>('POST', '/api/session', { email, password })));
  return (
    <Page name={t('signIn.name')} heading={t('signIn.heading')} lead={t('signIn.lead')}>
      <div class="panel panel--narrow">
        <Form submit={submit}>
          <FormProblems error={work.error} />
          <TextField
            label={t('field.email')}
            type="email"
            autoComplete="username"
            value={email}
            onInput={setEmail}
          />
          <TextField
            label={t('field.password')}
            type="password"
            autoComplete="current-password"
            value={password}
            onInput={setPassword}
          />
          <Button kind="primary" type="submit" busy={work.busy ? t('signIn.busy') : null}>
            {t('signIn.action')}
          </Button>
        </Form>
        <p class="small">{t('signIn.forgotten')}</p>
      </div>
    </Page>
  );
}

function NotSetUp() {
  return (
    <Page name={t('signIn.name')} heading={t('signIn.fresh')} lead={t('signIn.freshLead')}>
      <p>{t('signIn.freshHow')}</p>
    </Page>
  );
}
