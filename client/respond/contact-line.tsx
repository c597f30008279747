import type { Texts } from './texts.ts';

export interface ContactFacts {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly city: string;
}

/** Whom to ask: name, phone and address, each one a link that works. */
export function ContactLine({ contact, t }: { readonly contact: ContactFacts; readonly t: Texts }) {
  const { name, phone, email, city } = contact;
  return (
    <>
      <strong>{t.questions}</strong> {t.contact(name, city)}
      {phone ? (
        <>
          , <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{t.phone(phone)}</a>
        </>
      ) : null}
      {email ? (
        <>
          , <a href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`}>{email}</a>
        </>
      ) : null}
    </>
  );
}

/** The contact a problem document carries; null when it has none. */
export function contactIn(facts: Readonly<Record<string, unknown>>): ContactFacts | null {
  const contact = facts['contact'];
  if (typeof contact !== 'object' || contact === null) return null;
  const text = (key: string) => {
    const value: unknown = Reflect.get(contact, key);
    return typeof value === 'string' ? value : '';
  };
  return {
    name: text('name'),
    phone: text('phone'),
    email: text('email'),
    city: typeof facts['city'] === 'string' ? facts['city'] : '',
  };
}
