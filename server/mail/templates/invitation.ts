import type { RenderedMail } from '../mail.ts';
import { headerText } from '../mailbox.ts';
import { Html, html } from './html.ts';
import { type InvitationMailInput, type InvitationWords, invitationWords } from './invitation-words.ts';

const clean = (text: string): string => headerText(text, 200);

/** Names come from files and forms; none of them may break a line. */
function cleaned(input: InvitationMailInput): InvitationMailInput {
  const { city, contact, office, person, questionnaireTitle } = input;
  return {
    ...input,
    city: clean(city),
    contact: { name: clean(contact.name), phone: clean(contact.phone), email: clean(contact.email) },
    office: { code: clean(office.code), name: clean(office.name) },
    person: clean(person),
    questionnaireTitle: clean(questionnaireTitle),
  };
}

function asText(words: InvitationWords, link: string): string {
  const { greeting, why, button, facts, thanks, reason } = words;
  return [
    greeting,
    '',
    why,
    '',
    `${button}:`,
    link,
    '',
    ...facts.flatMap(({ label, text }) => [`${label}: ${text}`, '']),
    thanks,
    '',
    '-- ',
    reason,
    '',
  ].join('\n');
}

const buttonStyle =
  'display:inline-block;padding:12px 20px;border-radius:6px;background:#123a73;color:#ffffff;font-weight:600;text-decoration:none';

/** No images, no colours but the button's, so that it reads the same on light and dark. */
function asHtml(words: InvitationWords, { language, link }: InvitationMailInput): string {
  const facts = words.facts.map(
    ({ label, text }) => html`<p style="margin:0 0 12px"><strong>${label}:</strong> ${text}</p>`,
  );
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${words.subject}</title>
</head>
<body style="margin:0;padding:20px;font-family:'Fira Sans',Arial,sans-serif;font-size:16px;line-height:1.5">
<div style="max-width:600px">
<p style="margin:0 0 12px">${words.greeting}</p>
<p style="margin:0 0 20px">${words.why}</p>
<p style="margin:0 0 20px"><a href="${link}" style="${buttonStyle}">${words.button}</a></p>
<p style="margin:0 0 20px;font-size:14px">${words.linkHint}<br><a href="${link}" style="word-break:break-all">${link}</a></p>
${Html.join(facts)}
<p style="margin:0 0 20px">${words.thanks}</p>
<p style="margin:0;font-size:13px">${words.reason}</p>
</div>
</body>
</html>
`.source;
}

/** The invitation mail: plain text first, the same in simple HTML. Pure. */
export function invitationMail(raw: InvitationMailInput): RenderedMail {
  const input = cleaned(raw);
  const words = invitationWords[input.language](input);
  return {
    to: { name: clean(input.to.name), address: input.to.address },
    subject: words.subject,
    text: asText(words, input.link),
    html: asHtml(words, input),
    link: input.occasion === 'test' ? null : input.link,
  };
}
