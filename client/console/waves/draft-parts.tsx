import type { OfficesResponse } from '../../../server/offices/offices.wire.ts';
import type { QuestionnairesResponse } from '../../../server/questionnaires/questionnaires.wire.ts';
import { longDate } from '../../i18n/dates.ts';
import { say, t } from '../../i18n/i18n.ts';
import { Panel } from '../../ui/panel.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { fieldId, labelIn } from '../form.tsx';
import { DraftMode } from './draft-mode.tsx';
import type { DraftValues } from './draft-values.ts';
import { OfficePicker } from './office-picker.tsx';

const labels = {
  title: 'draft.title',
  deadline: 'draft.deadline',
  questionnaire: 'word.questionnaire',
  'several/minGroup': 'several.minGroup',
  'several/consent': 'several.consent',
} as const;

export function draftLabel(pointer: string): string | null {
  return labelIn(labels, pointer);
}

interface PartProps {
  readonly draft: DraftValues;
  readonly change: (changes: Partial<DraftValues>) => void;
}

export function DraftQuestionnaire(props: PartProps & { catalog: QuestionnairesResponse }) {
  const { draft, change } = props;
  const { id, version } = draft.questionnaire;
  const chosen = props.catalog.questionnaires.find((entry) => entry.id === id && entry.version === version);
  const choose = (value: string) => {
    const entry = props.catalog.questionnaires.find((one) => `${one.id} ${one.version}` === value);
    if (entry !== undefined) change({ questionnaire: { id: entry.id, version: entry.version } });
  };
  return (
    <Panel title={t('draft.part1')} id="fragebogen">
      <div class="fields">
        <TextField
          id={fieldId('/title')}
          label={t('draft.title')}
          value={draft.title}
          onInput={(title) => change({ title })}
        />
        <SelectField
          id={fieldId('/questionnaire')}
          label={t('word.questionnaire')}
          value={`${id} ${version}`}
          options={props.catalog.questionnaires.map((entry) => ({
            value: `${entry.id} ${entry.version}`,
            text: t('draft.version', { title: say(entry.title), version: entry.version }),
          }))}
          onChange={choose}
        />
      </div>
      {chosen === undefined ? null : (
        <p class="small">
          {t('questionnaire.size', {
            items: chosen.items,
            dimensions: chosen.dimensions,
            minutes: chosen.minutes,
          })}{' '}
          <a href={`/frageboegen/${chosen.id}/${chosen.version}`}>{t('first.questionnaireAction')}</a>
        </p>
      )}
    </Panel>
  );
}

export function DraftOffices(props: PartProps & { known: OfficesResponse }) {
  const { draft, known, change } = props;
  return (
    <Panel title={t('draft.part2')} id="wer">
      <DraftMode draft={draft} change={change} />
      <OfficePicker
        offices={known.offices}
        chosen={draft.officeIds}
        choose={(officeIds) => change({ officeIds: [...officeIds] })}
      />
    </Panel>
  );
}

export function DraftDates({ draft, change }: PartProps) {
  const date = draft.deadline === '' ? '' : t('draft.deadlineHint', { date: longDate(draft.deadline) });
  return (
    <Panel title={t('draft.part3')} id="termine">
      <div class="fields">
        <TextField
          id={fieldId('/deadline')}
          label={t('draft.deadline')}
          type="date"
          value={draft.deadline}
          onInput={(deadline) => change({ deadline })}
        />
        <SelectField
          label={t('draft.language')}
          value={draft.language}
          options={[
            { value: 'de', text: 'Deutsch' },
            { value: 'en', text: 'English' },
          ]}
          onChange={(value) => change({ language: value === 'en' ? 'en' : 'de' })}
        />
      </div>
      <p class="small">{`${date} ${t('draft.openingHint')}`}</p>
    </Panel>
  );
}
