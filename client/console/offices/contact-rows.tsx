import { useRef } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { fieldId } from '../form.tsx';
import { type ContactDraft, newContact, type OfficeDraft } from './office-draft.ts';

interface RowsProps {
  readonly draft: OfficeDraft;
  readonly errors: ReadonlyMap<string, string>;
  readonly change: (changes: Partial<OfficeDraft>) => void;
}

/** The people of an office; the error of a field stands at the field. */
export function ContactRows({ draft, errors, change }: RowsProps) {
  const made = useRef(0);
  const replace = (key: string, changes: Partial<ContactDraft>) =>
    change({ contacts: draft.contacts.map((one) => (one.key === key ? { ...one, ...changes } : one)) });
  const add = () => {
    made.current += 1;
    change({ contacts: [...draft.contacts, newContact(draft, `neu-${made.current}`)] });
  };
  return (
    <>
      {draft.contacts.length === 0 ? <p>{t('contact.none')}</p> : null}
      {draft.contacts.map((contact, index) => (
        <ContactRow
          key={contact.key}
          contact={contact}
          pointer={`/contacts/${index}`}
          errors={errors}
          replace={(changes) => replace(contact.key, changes)}
          remove={() => change({ contacts: draft.contacts.filter((one) => one.key !== contact.key) })}
        />
      ))}
      <Button kind="secondary" onClick={add}>
        {t('contact.add')}
      </Button>
    </>
  );
}

interface RowProps {
  readonly contact: ContactDraft;
  readonly pointer: string;
  readonly errors: ReadonlyMap<string, string>;
  readonly replace: (changes: Partial<ContactDraft>) => void;
  readonly remove: () => void;
}

function ContactRow({ contact, pointer, errors, replace, remove }: RowProps) {
  return (
    <fieldset class="contact">
      <legend class="visually-hidden">{contact.name || t('contact.new')}</legend>
      <TextField
        id={fieldId(`${pointer}/name`)}
        label={t('field.name')}
        error={errors.get(`${pointer}/name`)}
        value={contact.name}
        onInput={(name) => replace({ name })}
      />
      <TextField
        id={fieldId(`${pointer}/email`)}
        label={t('field.email')}
        type="email"
        error={errors.get(`${pointer}/email`)}
        value={contact.email}
        onInput={(email) => replace({ email })}
      />
      <SelectField
        id={fieldId(`${pointer}/role`)}
        label={t('contact.role')}
        value={contact.role}
        options={[
          { value: 'lead', text: t('role.lead') },
          { value: 'expert', text: t('role.expert') },
        ]}
        onChange={(value) => replace({ role: value === 'lead' ? 'lead' : 'expert' })}
      />
      <Button
        kind="tertiary"
        onClick={remove}
        label={t('contact.removeOf', { name: contact.name || t('contact.new') })}
      >
        {t('contact.remove')}
      </Button>
    </fieldset>
  );
}
