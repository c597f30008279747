import type { Language, Text } from '../../surveys/plan/plan.ts';
import type { Invitation } from '../invitations/invitation.ts';
import type { QuestionnaireRef } from '../questionnaires/questionnaires.wire.ts';
import type { Letterhead } from './letterhead.ts';
import { logoAttachment, logoCid } from './letterhead.ts';
import type { MailAttachment, RenderedMail } from './mail.ts';
import { headerText, type Mailbox } from './mailbox.ts';
import type { Placeholders } from './templates/placeholders.ts';
import { type MailButton, renderTemplate } from './templates/render-template.ts';
import type { Template } from './templates/template.ts';
import type { TemplateKind } from './templates/template-kinds.ts';

export interface City {
  readonly city: string;
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
}

/** What the texts need that is the same for every mail. */
export interface ComposeDeps {
  /** What links begin with. */
  readonly url: string;
  readonly timeZone: string;
  readonly now: () => Date;
  linkOf(invitation: Invitation): string;
  findQuestionnaire(
    ref: QuestionnaireRef,
  ): { readonly summary: { readonly title: Text; readonly minutes: number } } | null;
  readCity(): Promise<City>;
  readLetterhead(): Promise<Letterhead>;
  /** The text as the officer wants it, else as Pegel brings it. */
  findTemplate(kind: TemplateKind, language: Language): Promise<Template>;
}

export interface MailParts {
  readonly kind: TemplateKind;
  readonly language: Language;
  readonly to: Mailbox;
  readonly values: Placeholders;
  readonly buttons: readonly MailButton[];
  /** The personal link in the mail, null when there is none. */
  readonly link: string | null;
  readonly attachments?: readonly MailAttachment[];
  /** In place of the stored text of the kind. */
  readonly template?: Template;
}

function reach({ name, phone, email }: City['contact']): string {
  return [name, phone, email].filter((part) => part !== '').join(', ');
}

/** What every text can say of the city. */
export function cityValues({ city, contact }: City, { signature }: Letterhead): Placeholders {
  return { city, contact: reach(contact), contactName: contact.name, signature };
}

/** A mail of a kind: its text with the values, in the city's dress. */
export async function composeMail(deps: ComposeDeps, parts: MailParts): Promise<RenderedMail> {
  const { kind, language, to, buttons, link, attachments = [] } = parts;
  const [city, letterhead] = await Promise.all([deps.readCity(), deps.readLetterhead()]);
  const template = parts.template ?? (await deps.findTemplate(kind, language));
  const { logo, senderName } = letterhead;
  const rendered = renderTemplate(template, {
    language,
    buttons,
    values: { ...cityValues(city, letterhead), ...parts.values },
    logo: logo === null ? null : { cid: logoCid, name: city.city },
  });
  return {
    ...rendered,
    to: { name: headerText(to.name), address: to.address },
    link,
    ...(senderName !== '' && { senderName }),
    attachments: [...(logo === null ? [] : [logoAttachment(logo)]), ...attachments],
  };
}
