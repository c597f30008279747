import type { SeveralRequest } from '../../../server/waves/waves.wire.ts';
import { lowestMinGroup, standardMinGroup } from '../../../surveys/scoring/group-size.ts';
import { t } from '../../i18n/i18n.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { RadioField } from '../../ui/radio-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { fieldId } from '../form.tsx';
import { type DraftValues, lacksConsent } from './draft-values.ts';

interface ModeProps {
  readonly draft: DraftValues;
  readonly change: (changes: Partial<DraftValues>) => void;
}

const modes = ['official', 'several'] as const;

/** Whether an office answers once or many of its people do, and what those are promised. */
export function DraftMode({ draft, change }: ModeProps) {
  const choose = (mode: DraftValues['mode']) =>
    change(mode === 'several' ? { mode, several: draft.several } : { mode });
  return (
    <>
      <fieldset class="choice" id={fieldId('/mode')}>
        <legend class="choice__legend">{t('mode.legend')}</legend>
        {modes.map((mode) => (
          <RadioField
            key={mode}
            name="mode"
            label={t(`mode.${mode}`)}
            hint={t(`mode.${mode}Hint`)}
            checked={draft.mode === mode}
            onChange={() => choose(mode)}
          />
        ))}
      </fieldset>
      {draft.mode === 'several' ? <GroupPromise draft={draft} change={change} /> : null}
    </>
  );
}

const groupSizes = [3, 4, 5, 6, 7, 8, 10, 15, 20];

function sizesWith(chosen: number): readonly number[] {
  return [...new Set([...groupSizes, chosen])].sort((a, b) => a - b);
}

function GroupPromise({ draft, change }: ModeProps) {
  const { several } = draft;
  const set = (changes: Partial<SeveralRequest>) => change({ several: { ...several, ...changes } });
  return (
    <div class="promise">
      <CheckField
        label={
          <>
            <strong>{t('several.anonymous')}</strong>
            <br />
            {t(several.anonymous ? 'several.anonymousMeans' : 'several.namedMeans')}
          </>
        }
        checked={several.anonymous}
        onChange={(anonymous) => set({ anonymous })}
      />
      <SelectField
        id={fieldId('/several/minGroup')}
        label={t('several.minGroup')}
        hint={t('several.minGroupHint', { standard: standardMinGroup, lowest: lowestMinGroup })}
        value={String(several.minGroup)}
        options={sizesWith(several.minGroup).map((size) => ({
          value: String(size),
          text: t('count.people', { count: size }),
        }))}
        onChange={(size) => set({ minGroup: Number(size) })}
      />
      {several.minGroup < standardMinGroup ? (
        <TextArea
          id={fieldId('/several/consent')}
          label={t('several.consent')}
          hint={t('several.consentHint', { standard: standardMinGroup })}
          error={lacksConsent(draft) ? t('several.consentMissing') : undefined}
          value={several.consent ?? ''}
          maxLength={500}
          required={true}
          onInput={(consent) => set({ consent: consent.trim() === '' ? null : consent })}
        />
      ) : null}
    </div>
  );
}
