import type { Language } from '../../surveys/plan/plan.ts';
import { Refusal } from '../refusal.ts';
import type { Wave } from '../waves/wave.ts';
import type { MailPreviewResponse } from '../waves/waves.wire.ts';
import type { ComposeDeps } from './compose-mail.ts';
import type { MailAttachment } from './mail.ts';
import type { Mailbox } from './mailbox.ts';
import type { RenderDeps } from './owed/mail-writer.ts';
import { composeSample } from './owed/test-mail.ts';
import { sampleRecipient } from './sample-recipient.ts';

export interface PreviewDeps extends ComposeDeps, Pick<RenderDeps, 'listOffices'> {
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

/** Pictures of the mail as a page can show them. */
export function withPictures(html: string, attachments: readonly MailAttachment[] = []): string {
  const pictures = attachments.flatMap((one) => (one.cid === null ? [] : [{ ...one, cid: one.cid }]));
  return pictures.reduce((shown, { cid, contentType, content }) => {
    const data = Buffer.from(content).toString('base64');
    return shown.replaceAll(`src="cid:${cid}"`, `src="data:${contentType};base64,${data}"`);
  }, html);
}

/** The invitation as the office gets it, with a link to the preview in place of the personal one. */
export async function previewMail(
  deps: PreviewDeps,
  { wave, officeId, language }: PreviewCommand,
): Promise<MailPreviewResponse> {
  refuseUnasked(wave, officeId);
  const mail = await composeSample(deps, {
    kind: 'invitation',
    wave,
    recipient: sampleRecipient(wave, await deps.listOffices(), officeId),
    to: null,
    language: language ?? wave.language,
  });
  const { to, subject, text, html, senderName = deps.from.name } = mail;
  const from = written({ ...deps.from, name: senderName });
  return { to: written(to), from, subject, text, html: withPictures(html, mail.attachments) };
}
