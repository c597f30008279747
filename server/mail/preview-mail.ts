import type { Language } from '../../surveys/plan/plan.ts';
import { Refusal } from '../refusal.ts';
import type { Wave } from '../waves/wave.ts';
import type { MailPreviewResponse } from '../waves/waves.wire.ts';
import { composeSample, sampleRecipient } from './compose-mail.ts';
import type { Mailbox } from './mailbox.ts';
import type { RenderDeps } from './render-owed-mail.ts';

export interface PreviewDeps
  extends Pick<RenderDeps, 'url' | 'linkOf' | 'findQuestionnaire' | 'listOffices' | 'readCity'> {
  readonly from: Mailbox;
}

export interface PreviewCommand {
  readonly wave: Wave;
  readonly officeId: string | null;
  readonly language: Language | null;
}

const written = ({ name, address }: Mailbox): string => (name === '' ? address : `${name} <${address}>`);

function refuseUnasked(wave: Wave, officeId: string | null): void {
  const asked = wave.state === 'draft' ? wave.officeIds : wave.offices.map((office) => office.officeId);
  if (officeId === null || asked.includes(officeId)) return;
  const detail = {
    de: `Das Amt „${officeId}“ gehört nicht zu dieser Erhebung.`,
    en: `The office “${officeId}” is not part of this wave.`,
  };
  const errors = [{ pointer: '#/officeId', detail, allowed: asked.slice(0, 100) }];
  throw new Refusal('malformed-request', detail, { errors });
}

/** The invitation as the office gets it, with a link to the preview in place of the personal one. */
export async function previewMail(
  deps: PreviewDeps,
  { wave, officeId, language }: PreviewCommand,
): Promise<MailPreviewResponse> {
  refuseUnasked(wave, officeId);
  const { to, subject, text, html } = composeSample(deps, {
    occasion: 'invitation',
    wave,
    recipient: sampleRecipient(wave, await deps.listOffices(), officeId),
    to: null,
    city: await deps.readCity(),
    language: language ?? wave.language,
  });
  return { to: written(to), from: written(deps.from), subject, text, html };
}
