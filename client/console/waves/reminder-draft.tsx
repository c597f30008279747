import { useEffect } from 'preact/hooks';
import type { RemindersResponse } from '../../../server/reminders/reminders.wire.ts';
import type { WaveResponse } from '../../../server/waves/waves.wire.ts';
import { t } from '../../i18n/i18n.ts';
import { Panel } from '../../ui/panel.tsx';
import { useLoad } from '../load.ts';
import { WhenLoaded } from '../page.tsx';
import { ReminderForm } from './reminder-form.tsx';
import { ReminderSteps } from './reminder-steps.tsx';

/** The reminders of a draft, with the dates that follow from its deadline. */
export function DraftReminders({ wave }: { wave: WaveResponse }) {
  const { loaded, reload, replace } = useLoad<RemindersResponse>(`/api/waves/${wave.id}/reminders`);
  useEffect(reload, [wave.revision, reload]);
  return (
    <Panel title={t('reminders.draftPart')} id="erinnerungen">
      <WhenLoaded loaded={loaded} reload={reload}>
        {(reminders) => (
          <>
            <ReminderSteps reminders={reminders} />
            <details class="unfold">
              <summary>{t('reminders.edit')}</summary>
              <ReminderForm waveId={wave.id} reminders={reminders} saved={replace} />
            </details>
          </>
        )}
      </WhenLoaded>
    </Panel>
  );
}
