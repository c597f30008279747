import { emailAddress } from '../http/shapes.ts';

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** The address as it may stand in an envelope, or null: exactly one mailbox, already in the stored form. */
export function envelopeAddress(stored: string): string | null {
  const checked = emailAddress.safeParse(stored);
  return checked.success && checked.data === stored ? stored : null;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control and direction characters are what is taken out
const unprintable = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

/** Text for one header line: no control or direction characters, single spaces, at most `max` characters. */
export function headerText(text: string, max = 120): string {
  const characters = [...text.normalize('NFC').replace(unprintable, ' ').replace(/\s+/g, ' ').trim()];
  return characters.length <= max
    ? characters.join('')
    : `${characters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`;
}

const senderForm = /^(?:(?<name>[^<>]*?)\s*<(?<angled>[^<>\s]+)>|(?<bare>[^<>\s]+))$/;
const localSender = /^[a-z0-9._-]+@localhost$/;

/** A sender as settings give it, `Pegel <no-reply@stadt.de>` or `no-reply@stadt.de`; null when it is not one mailbox. */
export function parseSender(setting: string): Mailbox | null {
  const groups = senderForm.exec(setting.trim())?.groups;
  const given = (groups?.['angled'] ?? groups?.['bare'] ?? '').toLowerCase();
  const address = localSender.test(given) ? given : envelopeAddress(given);
  if (address === null) return null;
  return { name: headerText((groups?.['name'] ?? '').replaceAll('"', '')), address };
}

/** Without a setting Pegel writes from the host its links lead to. */
export function defaultSender(url: string): Mailbox {
  return { name: 'Pegel', address: `no-reply@${new URL(url).hostname}` };
}

export function domainOf({ address }: Mailbox): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
