import { useState } from 'preact/hooks';
import type { OfficeResponse, OfficesResponse } from '../../../server/offices/offices.wire.ts';
import { compareText } from '../../i18n/dates.ts';
import { say, t } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { send } from '../api.ts';
import { Form, FormProblems, fieldId, labelIn, useWork } from '../form.tsx';
import { fieldErrors } from '../problem-text.ts';
import { ContactRows } from './contact-rows.tsx';
import { fieldsForSome } from './fields-for-some.ts';
import { draftOf, type OfficeDraft, requestOf } from './office-draft.ts';

interface FormProps {
  readonly known: OfficesResponse;
  /** Null: a new one. */
  readonly office: OfficeResponse | null;
  readonly changed?: () => void;
  readonly saved: () => void;
}

const labels = {
  code: 'officeForm.code',
  name: 'officeForm.name',
  parentId: 'officeForm.parent',
  headcount: 'word.headcount',
} as const;

const contactLabels = { name: 'field.name', email: 'field.email', role: 'contact.role' } as const;

function labelOf(pointer: string): string | null {
  const contact = /^\/contacts\/\d+(\/.*)$/.exec(pointer)?.[1];
  return contact === undefined ? labelIn(labels, pointer) : labelIn(contactLabels, contact);
}

/** One office with its contacts, saved together. */
export function OfficeForm({ known, office, changed, saved }: FormProps) {
  const [draft, setDraft] = useState(() => draftOf(office));
  const work = useWork();
  const errors = fieldErrors(work.error);
  const change = (changes: Partial<OfficeDraft>) => {
    changed?.();
    setDraft({ ...draft, ...changes });
  };
  const save = () =>
    work.run(async () => {
      if (office === null) await send('POST', '/api/offices', requestOf(draft));
      else await send('PUT', `/api/offices/${office.id}`, { ...requestOf(draft), revision: office.revision });
      saved();
    });
  return (
    <Form submit={save} class="stack">
      <FormProblems error={work.error} labelOf={labelOf} />
      <Panel title={t('officeForm.office')}>
        <OfficeFields draft={draft} known={known} office={office} errors={errors} change={change} />
      </Panel>
      <Panel title={t('officeForm.contacts')}>
        <ContactRows draft={draft} errors={errors} change={change} />
      </Panel>
      <div class="page-end">
        <Button type="submit" busy={work.busy ? t('officeForm.saving') : null}>
          {t('officeForm.save')}
        </Button>
      </div>
    </Form>
  );
}

interface FieldsProps {
  readonly draft: OfficeDraft;
  readonly known: OfficesResponse;
  readonly office: OfficeResponse | null;
  readonly errors: ReadonlyMap<string, string>;
  readonly change: (changes: Partial<OfficeDraft>) => void;
}

function OfficeFields(props: FieldsProps) {
  const { draft, errors, change } = props;
  return (
    <>
      <div class="fields">
        <TextField
          id={fieldId('/code')}
          label={t('officeForm.code')}
          hint={t('officeForm.codeHint')}
          error={errors.get('/code')}
          value={draft.code}
          onInput={(code) => change({ code })}
        />
        <TextField
          id={fieldId('/name')}
          label={t('officeForm.name')}
          error={errors.get('/name')}
          value={draft.name}
          onInput={(name) => change({ name })}
        />
        <ParentField {...props} />
        <TextField
          id={fieldId('/headcount')}
          label={t('word.headcount')}
          hint={t('officeForm.headcountHint')}
          error={errors.get('/headcount')}
          inputMode="numeric"
          value={draft.headcount}
          onInput={(headcount) => change({ headcount })}
        />
      </div>
      <FieldTags {...props} />
    </>
  );
}

function ParentField({ draft, known, office, errors, change }: FieldsProps) {
  const options = known.offices
    .filter((one) => one.id !== office?.id)
    .toSorted((a, b) => compareText(a.code, b.code))
    .map((one) => ({ value: one.id, text: `${one.code} ${one.name}` }));
  return (
    <SelectField
      id={fieldId('/parentId')}
      label={t('officeForm.parent')}
      error={errors.get('/parentId')}
      blank={t('officeForm.noParent')}
      value={draft.parentId ?? ''}
      options={options}
      onChange={(value) => change({ parentId: value === '' ? null : value })}
    />
  );
}

function FieldTags({ draft, known, change }: FieldsProps) {
  const set = (id: string, on: boolean) => {
    const rest = draft.fields.filter((field) => field !== id);
    change({ fields: on ? [...rest, id] : rest });
  };
  const shown = fieldsForSome(known.fields);
  if (shown.length === 0) return null;
  return (
    <fieldset class="tags">
      <legend class="kern-label">{t('word.tags')}</legend>
      <p class="kern-hint">{t('officeForm.tagsHint')}</p>
      {shown.map((field) => (
        <CheckField
          key={field.id}
          checked={draft.fields.includes(field.id)}
          onChange={(on) => set(field.id, on)}
          label={
            <>
              {say(field.title)} <span class="muted">{say(field.askedOf)}</span>
            </>
          }
        />
      ))}
    </fieldset>
  );
}
