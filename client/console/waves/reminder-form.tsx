import { useState } from 'preact/hooks';
import type { RemindersResponse } from '../../../server/reminders/reminders.wire.ts';
import { type TextKey, t } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { send } from '../api.ts';
import { Form, FormProblems, fieldId, labelIn, useWork } from '../form.tsx';
import { type ReminderValues, requestOf, valuesOf } from './reminder-values.ts';

const labels: Readonly<Record<string, TextKey>> = {
  daysAfterOpening: 'reminders.afterOpening',
  daysBeforeDeadline: 'reminders.beforeDeadline',
  weekdays: 'reminders.weekdays',
  toHour: 'reminders.toHour',
  leadDaysBefore: 'reminders.leadDays',
  divisionDaysBefore: 'reminders.divisionDays',
};

/** A day of a list is named by its list. */
const labelOf = (pointer: string) => labelIn(labels, pointer.split('/').slice(0, 2).join('/'));

interface FormProps {
  readonly waveId: string;
  readonly reminders: RemindersResponse;
  readonly saved: (reminders: RemindersResponse) => void;
}

/** The rules of a wave, below the dates that follow from them. */
export function ReminderForm({ waveId, reminders, saved }: FormProps) {
  const [values, setValues] = useState<ReminderValues>(() => valuesOf(reminders));
  const [done, setDone] = useState(false);
  const work = useWork();
  const change = (changes: Partial<ReminderValues>) => {
    setDone(false);
    setValues({ ...values, ...changes });
  };
  const save = () =>
    work.run(async () => {
      const body = requestOf(values, reminders.revision);
      saved(await send<RemindersResponse>('PUT', `/api/waves/${waveId}/reminders`, body));
      setDone(true);
    });
  return (
    <Form submit={save}>
      <FormProblems error={work.error} labelOf={labelOf} />
      <Days values={values} change={change} escalates={reminders.escalates} />
      <Weekdays values={values} change={change} />
      <Hours values={values} change={change} />
      <div class="page-end">
        <Button kind="secondary" type="submit" busy={work.busy ? t('reminders.busy') : null}>
          {t('reminders.save')}
        </Button>
        <span role="status">{done ? t('reminders.saved') : ''}</span>
      </div>
    </Form>
  );
}

interface PartProps {
  readonly values: ReminderValues;
  readonly change: (changes: Partial<ReminderValues>) => void;
}

const dayFields = [
  ['daysAfterOpening', 'reminders.afterOpening', 'reminders.daysHint'],
  ['daysBeforeDeadline', 'reminders.beforeDeadline', 'reminders.daysHint'],
  ['leadDaysBefore', 'reminders.leadDays', 'reminders.escalationHint'],
  ['divisionDaysBefore', 'reminders.divisionDays', 'reminders.escalationHint'],
] as const;

function Days({ values, change, escalates }: PartProps & { escalates: boolean }) {
  return (
    <div class="field-grid">
      {dayFields.slice(0, escalates ? 4 : 2).map(([field, label, hint]) => (
        <TextField
          key={field}
          id={fieldId(`/${field}`)}
          label={t(label)}
          hint={t(hint)}
          value={values[field]}
          onInput={(text) => change({ [field]: text })}
        />
      ))}
    </div>
  );
}

const week = [1, 2, 3, 4, 5, 6, 7] as const;

function Weekdays({ values, change }: PartProps) {
  const { weekdays } = values;
  const toggled = (day: number, on: boolean) =>
    on ? [...weekdays, day] : weekdays.filter((one) => one !== day);
  return (
    <fieldset class="choice" id={fieldId('/weekdays')}>
      <legend class="choice__legend">{t('reminders.weekdays')}</legend>
      <div class="weekdays">
        {week.map((day) => (
          <CheckField
            key={day}
            label={t(`reminderDay.${day}`)}
            checked={weekdays.includes(day)}
            onChange={(on) => change({ weekdays: toggled(day, on) })}
          />
        ))}
      </div>
    </fieldset>
  );
}

const regions = [
  ...(['BUND', 'BW', 'BY', 'BE', 'BB', 'HB', 'HH', 'HE', 'MV'] as const),
  ...(['NI', 'NW', 'RP', 'SL', 'SN', 'ST', 'SH', 'TH'] as const),
] as const;

const hoursFrom = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, at) => ({
    value: String(first + at),
    text: t('reminders.hour', { hour: first + at }),
  }));

function Hours({ values, change }: PartProps) {
  const region = (value: string) => regions.find((one) => one === value) ?? 'BUND';
  return (
    <div class="field-grid">
      <SelectField
        id={fieldId('/fromHour')}
        label={t('reminders.fromHour')}
        value={String(values.fromHour)}
        options={hoursFrom(0, 23)}
        onChange={(hour) => change({ fromHour: Number(hour) })}
      />
      <SelectField
        id={fieldId('/toHour')}
        label={t('reminders.toHour')}
        value={String(values.toHour)}
        options={hoursFrom(1, 24)}
        onChange={(hour) => change({ toHour: Number(hour) })}
      />
      <SelectField
        id={fieldId('/holidays')}
        label={t('reminders.holidays')}
        value={values.holidays}
        options={regions.map((value) => ({ value, text: t(`region.${value}`) }))}
        onChange={(value) => change({ holidays: region(value) })}
      />
    </div>
  );
}
