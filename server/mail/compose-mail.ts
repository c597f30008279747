import type { Language, Text } from '../../surveys/plan/plan.ts';
import type { Invitation } from '../invitations/invitation.ts';
import type { Office } from '../offices/office.ts';
import type { QuestionnaireRef } from '../questionnaires/questionnaires.wire.ts';
import type { StartedWave, Wave } from '../waves/wave.ts';
import type { RenderedMail } from './mail.ts';
import type { Mailbox } from './mailbox.ts';
import { invitationMail } from './templates/invitation.ts';

export interface City {
  readonly city: string;
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
}

/** What the texts need that is the same for every mail. */
export interface ComposeDeps {
  /** What links begin with. */
  readonly url: string;
  linkOf(invitation: Invitation): string;
  findQuestionnaire(
    ref: QuestionnaireRef,
  ): { readonly summary: { readonly title: Text; readonly minutes: number } } | null;
}

/** Whom an example mail speaks to. */
export interface SampleRecipient {
  readonly office: { readonly code: string; readonly name: string };
  readonly person: Mailbox;
}

const madeUp: Readonly<Record<Language, SampleRecipient>> = {
  de: {
    office: { code: '00', name: 'Musteramt' },
    person: { name: 'Erika Mustermann', address: 'musteramt@example.org' },
  },
  en: {
    office: { code: '00', name: 'Sample office' },
    person: { name: 'Erika Mustermann', address: 'musteramt@example.org' },
  },
};

function commonOf({ findQuestionnaire }: ComposeDeps, wave: Wave, language: Language) {
  const { id, version } = wave.questionnaire;
  const summary = findQuestionnaire({ id, version })?.summary;
  return {
    language,
    deadline: wave.deadline,
    several: wave.several,
    questionnaireTitle: summary?.title[language] ?? wave.title,
    minutes: summary?.minutes ?? 30,
  };
}

/** The first asked person of the office, or of the first office that has one; null when there is none. */
export function sampleRecipient(
  wave: Wave,
  offices: readonly Office[],
  officeId: string | null,
): SampleRecipient | null {
  const nodes = offices.map(({ id, code, name }) => ({ officeId: id, code, name }));
  const contactsNow = offices.flatMap(({ id, contacts }) =>
    contacts.map((one) => ({ ...one, officeId: id })),
  );
  const asked =
    wave.state === 'draft' ? nodes.filter((node) => wave.officeIds.includes(node.officeId)) : wave.offices;
  const contacts = wave.state === 'draft' ? contactsNow : wave.contacts;
  for (const office of asked.filter((node) => officeId === null || node.officeId === officeId)) {
    const person = contacts.find((contact) => contact.officeId === office.officeId);
    if (person) return { office, person: { name: person.name, address: person.email } };
  }
  return null;
}

/** The personal mail of one invitation. */
export function composeInvitation(
  deps: ComposeDeps,
  {
    wave,
    invitation,
    city,
    language,
  }: { wave: StartedWave; invitation: Invitation; city: City; language: Language },
): RenderedMail | null {
  const office = wave.offices.find(({ officeId }) => officeId === invitation.officeId);
  if (!office) return null;
  return invitationMail({
    ...commonOf(deps, wave, language),
    ...city,
    occasion: 'invitation',
    office,
    person: invitation.name,
    to: { name: invitation.name, address: invitation.email },
    link: deps.linkOf(invitation),
  });
}

/** The same mail as an example: it opens the preview, not an answering page. */
export function composeSample(
  deps: ComposeDeps,
  sample: {
    occasion: 'invitation' | 'test';
    wave: Wave;
    recipient: SampleRecipient | null;
    to: string | null;
    city: City;
    language: Language;
  },
): RenderedMail {
  const { occasion, wave, to, city, language } = sample;
  const { office, person } = sample.recipient ?? madeUp[language];
  return {
    ...invitationMail({
      ...commonOf(deps, wave, language),
      ...city,
      occasion,
      office,
      person: person.name,
      to: to === null ? person : { name: '', address: to },
      link: `${deps.url}/erhebungen/${wave.id}/vorschau`,
    }),
    link: null,
  };
}
