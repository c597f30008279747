import { useState } from 'preact/hooks';
import type { ProposalsResponse } from '../../../server/proposals/proposals.wire.ts';
import { fullMoment } from '../../i18n/dates.ts';
import { t } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { send } from '../api.ts';
import { Form, FormProblems, useWork } from '../form.tsx';
import { useLoad } from '../load.ts';
import { WhenLoaded } from '../page.tsx';

/** People who say that somebody else should answer, for the officer to decide; and who was replaced. */
export function ReminderProposals({ waveId }: { waveId: string }) {
  const { loaded, reload, replace } = useLoad<ProposalsResponse>(`/api/waves/${waveId}/proposals`);
  return (
    <WhenLoaded loaded={loaded} reload={reload}>
      {({ proposals, changes }) => (
        <Panel
          title={
            proposals.length === 0
              ? t('proposals.titleNone')
              : t('proposals.title', { count: proposals.length })
          }
          id="vorschlaege"
        >
          {proposals.length === 0 ? <p>{t('proposals.none')}</p> : null}
          {proposals.map((proposal) => (
            <ProposalForm key={`${proposal.id} ${proposal.at}`} proposal={proposal} settled={replace} />
          ))}
          <Changes changes={changes} />
        </Panel>
      )}
    </WhenLoaded>
  );
}

interface ProposalProps {
  readonly proposal: ProposalsResponse['proposals'][number];
  readonly settled: (proposals: ProposalsResponse) => void;
}

function ProposalForm({ proposal, settled }: ProposalProps) {
  const { id, from, office, colleague, note } = proposal;
  const [name, setName] = useState(colleague?.name ?? '');
  const [email, setEmail] = useState(colleague?.email ?? '');
  const work = useWork();
  const decide = (verb: 'confirm' | 'dismiss', body: object) =>
    work.run(async () =>
      settled(await send<ProposalsResponse>('POST', `/api/proposals/${id}/${verb}`, body)),
    );
  return (
    <Form submit={() => decide('confirm', { name, email })} class="proposal">
      <h3>{t('proposals.from', { office: `${office.code} ${office.name}`, ...from })}</h3>
      {note === '' ? null : <p>{t('proposals.note', { note })}</p>}
      {colleague === null ? <p>{t('proposals.noColleague')}</p> : null}
      <FormProblems error={work.error} />
      <div class="field-grid">
        <TextField label={t('proposals.name')} value={name} maxLength={120} onInput={setName} />
        <TextField
          label={t('proposals.email')}
          type="email"
          value={email}
          maxLength={254}
          onInput={setEmail}
        />
      </div>
      <p class="small">{t('proposals.confirmText')}</p>
      <div class="page-end">
        <Button kind="secondary" type="submit" busy={work.busy ? t('reminders.busy') : null}>
          {t('proposals.confirm')}
        </Button>
        <Button kind="tertiary" onClick={() => decide('dismiss', {})}>
          {t('proposals.dismiss')}
        </Button>
      </div>
    </Form>
  );
}

function Changes({ changes }: Pick<ProposalsResponse, 'changes'>) {
  if (changes.length === 0) return null;
  return (
    <>
      <h3>{t('proposals.changes')}</h3>
      <ul>
        {changes.map(({ id, at, office, from, to, by }) => (
          <li key={id}>
            {t('proposals.change', {
              date: fullMoment(at),
              office: `${office.code} ${office.name}`,
              from: from.name,
              to: `${to.name} (${to.email})`,
              by,
            })}
          </li>
        ))}
      </ul>
    </>
  );
}
