import type { Language } from '../../../surveys/plan/plan.ts';
import type { Wave } from '../../waves/wave.ts';
import { type ComposeDeps, composeMail } from '../compose-mail.ts';
import type { RenderedMail } from '../mail.ts';
import { madeUpRecipient, type SampleRecipient, sampleRecipient } from '../sample-recipient.ts';
import { buttonLabel } from '../templates/button-labels.ts';
import type { Template } from '../templates/template.ts';
import { askedValues } from './asked-values.ts';
import type { MailWriter } from './mail-writer.ts';

/** A test mail that could not be sent for so long is no longer waited for. */
const testMailHours = 24;

/** The test's text with the text of the invitation in its place. */
function around(test: Template, invitation: Template): Template {
  return {
    subject: test.subject.replaceAll('{invitation}', () => invitation.subject),
    body: test.body.replaceAll('{invitation}', () => invitation.body),
  };
}

export interface Sample {
  readonly kind: 'invitation' | 'test';
  readonly wave: Wave;
  readonly recipient: SampleRecipient | null;
  /** Null: to the recipient. */
  readonly to: string | null;
  readonly language: Language;
}

/** The invitation as an example: its link opens the preview, not an answering page. */
export async function composeSample(deps: ComposeDeps, sample: Sample): Promise<RenderedMail> {
  const { kind, wave, to, language } = sample;
  const { office, person } = sample.recipient ?? madeUpRecipient[language];
  const invitation = await deps.findTemplate('invitation', language);
  const template =
    kind === 'test' ? around(await deps.findTemplate('test', language), invitation) : invitation;
  const asked = { wave, office, person: person.name, deadline: wave.deadline };
  const link = `${deps.url}/erhebungen/${wave.id}/vorschau`;
  return composeMail(deps, {
    kind,
    language,
    template,
    to: to === null ? person : { name: '', address: to },
    values: await askedValues(deps, asked, language),
    buttons: [{ label: buttonLabel(kind, language), link }],
    link: null,
  });
}

/** The invitation to oneself. */
export const testWriter: MailWriter = {
  async isOwed({ now }, { dueAt }) {
    return now().getTime() - dueAt.getTime() <= testMailHours * 3_600_000;
  },
  async write(deps, { waveId, to, language }) {
    const wave = await deps.findWave(waveId);
    if (wave === null) return null;
    const recipient = sampleRecipient(wave, await deps.listOffices(), null);
    return composeSample(deps, { kind: 'test', wave, recipient, to, language });
  },
};
