import type { RemindersResponse } from '../../../server/reminders/reminders.wire.ts';
import type { WaveResponse } from '../../../server/waves/waves.wire.ts';
import { t } from '../../i18n/i18n.ts';
import { Panel } from '../../ui/panel.tsx';
import { useLoad } from '../load.ts';
import { Page, WhenLoaded } from '../page.tsx';
import { ReminderEscalation } from './reminder-escalation.tsx';
import { ReminderForm } from './reminder-form.tsx';
import { ReminderProposals } from './reminder-proposals.tsx';
import { ReminderSteps } from './reminder-steps.tsx';
import { WaveTabs } from './wave-tabs.tsx';

/** When a wave reminds, who hears of missing answers, who says that somebody else is right. */
export function ReminderPage({ id }: { id: string }) {
  const wave = useLoad<WaveResponse>(`/api/waves/${id}`);
  const reminders = useLoad<RemindersResponse>(`/api/waves/${id}/reminders`);
  return (
    <WhenLoaded loaded={wave.loaded} reload={wave.reload}>
      {(known) => (
        <WhenLoaded loaded={reminders.loaded} reload={reminders.reload}>
          {(value) => <Reminders wave={known} reminders={value} replace={reminders.replace} />}
        </WhenLoaded>
      )}
    </WhenLoaded>
  );
}

interface RemindersProps {
  readonly wave: WaveResponse;
  readonly reminders: RemindersResponse;
  readonly replace: (reminders: RemindersResponse) => void;
}

function headingOf({ steps }: RemindersResponse): string {
  const count = steps.filter(
    ({ kind, state }) => kind === 'reminder' && (state === 'next' || state === 'planned'),
  ).length;
  return count === 0 ? t('reminders.headingNone') : t('reminders.heading', { count });
}

function Reminders({ wave, reminders, replace }: RemindersProps) {
  const isStarted = wave.state !== 'draft';
  const canChange = wave.state === 'draft' || wave.state === 'open';
  return (
    <Page
      name={t('tab.erinnerungen')}
      crumbs={[
        { label: t('nav.waves'), href: '/erhebungen' },
        { label: wave.title, href: `/erhebungen/${wave.id}` },
        { label: t('tab.erinnerungen') },
      ]}
      heading={headingOf(reminders)}
      lead={t('reminders.lead')}
    >
      <WaveTabs wave={wave} current="erinnerungen" />
      <div class="stack">
        <Panel title={t('reminders.schedule')} id="zeitplan">
          <ReminderSteps reminders={reminders} />
          {canChange ? (
            <details class="unfold">
              <summary>{t('reminders.edit')}</summary>
              <ReminderForm waveId={wave.id} reminders={reminders} saved={replace} />
            </details>
          ) : null}
        </Panel>
        {isStarted ? <ReminderProposals waveId={wave.id} /> : null}
        {wave.state === 'open' && reminders.escalates ? (
          <ReminderEscalation waveId={wave.id} reminders={reminders} />
        ) : null}
      </div>
    </Page>
  );
}
