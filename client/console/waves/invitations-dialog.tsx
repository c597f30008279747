import { useState } from 'preact/hooks';
import type { InvitationRow } from '../../../server/invitations/invitations.wire.ts';
import { fullMoment } from '../../i18n/dates.ts';
import { t } from '../../i18n/i18n.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { send } from '../api.ts';
import { FormProblems, useWork } from '../form.tsx';
import type { CockpitRow } from './cockpit-rows.ts';

interface DialogProps {
  readonly row: CockpitRow;
  readonly open: boolean;
  readonly changed: () => void;
  readonly close: () => void;
}

/** Everything about the people asked for one office, with what can be done for each. */
export function InvitationsDialog({ row, open, changed, close }: DialogProps) {
  return (
    <Dialog title={`${row.code} ${row.name}`} closeLabel={t('dialog.close')} close={close}>
      <ul class="invitations">
        {row.invitations.map((invitation) => (
          <Invitation key={invitation.id} invitation={invitation} open={open} changed={changed} />
        ))}
      </ul>
      <ButtonLink kind="tertiary" href={`/aemter/${row.officeId}`}>
        {t('invitation.editOffice')}
      </ButtonLink>
    </Dialog>
  );
}

type Done = 'resent' | 'renewed' | 'revoked';

function Invitation(props: { invitation: InvitationRow; open: boolean; changed: () => void }) {
  const { invitation } = props;
  const [done, setDone] = useState<Done | null>(null);
  const work = useWork();
  const act = (path: string, body: object, what: Done) =>
    work.run(async () => {
      await send<InvitationRow>('POST', `/api/invitations/${invitation.id}/${path}`, body);
      setDone(what);
      props.changed();
    });
  const can = props.open && invitation.response.state !== 'submitted';
  return (
    <li>
      <h3>{invitation.name}</h3>
      <p class="small">
        {invitation.email} · {t(`role.${invitation.role}`)}
      </p>
      <Facts invitation={invitation} />
      <FormProblems error={work.error} />
      {done === null ? null : <Alert kind="success" title={t(`invitation.${done}`)} />}
      {can ? (
        <div class="buttons">
          <Button
            kind="secondary"
            onClick={() => act('resend', { newLink: false }, 'resent')}
            disabled={invitation.revokedAt !== null}
          >
            {t('invitation.resend')}
          </Button>
          <Button kind="secondary" onClick={() => act('resend', { newLink: true }, 'renewed')}>
            {t('invitation.newLink')}
          </Button>
          {invitation.revokedAt === null ? (
            <Button kind="tertiary" onClick={() => act('revoke', {}, 'revoked')}>
              {t('invitation.revoke')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}

function Facts({ invitation }: { invitation: InvitationRow }) {
  const { mail, seenAt, revokedAt, response } = invitation;
  return (
    <ul class="small">
      <li>
        {t(`mailState.${mail.state}`)}
        {mail.at === null ? null : ` · ${fullMoment(mail.at)}`}
        {mail.error === null ? null : <span class="trouble"> · {mail.error}</span>}
      </li>
      {seenAt === null ? null : <li>{t('invitation.seen', { at: fullMoment(seenAt) })}</li>}
      {response.at === null && response.state === 'submitted' ? (
        <li>{t('invitation.submittedSometime')}</li>
      ) : null}
      {response.at === null ? null : (
        <li>{t(`invitation.response_${response.state}`, { at: fullMoment(response.at) })}</li>
      )}
      {revokedAt === null ? null : (
        <li class="trouble">{t('invitation.over', { at: fullMoment(revokedAt) })}</li>
      )}
    </ul>
  );
}
