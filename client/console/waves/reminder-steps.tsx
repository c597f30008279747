import type { ReminderStep, RemindersResponse } from '../../../server/reminders/reminders.wire.ts';
import { longDate, plainDate } from '../../i18n/dates.ts';
import { say, t } from '../../i18n/i18n.ts';
import { TablePanel } from '../../ui/table.tsx';

/** The days on which a wave writes, in words. */
export function ReminderSteps({ reminders }: { reminders: RemindersResponse }) {
  if (reminders.steps.length === 0) return <p>{t('reminders.none')}</p>;
  return (
    <>
      <TablePanel label={t('reminders.schedule')}>
        <table class="table">
          <caption class="visually-hidden">{t('reminders.schedule')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('reminders.columnDay')}</th>
              <th scope="col">{t('reminders.columnWhat')}</th>
              <th scope="col" class="table__end">
                {t('reminders.columnPeople')}
              </th>
              <th scope="col">{t('reminders.columnState')}</th>
            </tr>
          </thead>
          <tbody>
            {reminders.steps.map((step) => (
              <StepRow key={`${step.deadline} ${step.id}`} step={step} />
            ))}
          </tbody>
        </table>
      </TablePanel>
      {reminders.assumed ? <p class="small muted">{t('reminders.assumed')}</p> : null}
    </>
  );
}

function StepRow({ step }: { step: ReminderStep }) {
  const moved = movedText(step);
  return (
    <tr>
      <th scope="row">
        {longDate(step.sentOn)}
        {moved === null ? null : <span class="small muted"> {moved}</span>}
      </th>
      <td>
        {t(`reminderRule.${step.rule.from}`, { count: step.rule.days })}
        {step.kind === 'reminder' ? null : `, ${t(`reminderKind.${step.kind}`)}`}
      </td>
      <td class="table__end">{step.recipients}</td>
      <td>{t(`reminderState.${step.state}`)}</td>
    </tr>
  );
}

function movedText({ moved, wantedOn }: ReminderStep): string | null {
  if (moved === null) return null;
  const date = plainDate(wantedOn);
  return moved.kind === 'holiday'
    ? t('reminders.movedHoliday', { date, name: say(moved.name) })
    : t('reminders.movedWeekday', { date });
}
