import { Html, html } from './html.ts';
import type { FilledBlock, FilledLine, FilledMail, Filling, MailButton } from './render-template.ts';

const buttonStyle =
  'display:inline-block;padding:12px 20px;border-radius:6px;background:#123a73;color:#ffffff;font-weight:600;text-decoration:none';

const linkHint = {
  de: 'Oder kopieren Sie diesen Link in Ihren Browser:',
  en: 'Or copy this link into your browser:',
} as const;

const written = ({ label, text }: FilledLine): Html =>
  label === '' ? html`${text}` : html`<strong>${label}:</strong> ${text}`;

const brokenLines = (lines: readonly FilledLine[]): Html =>
  new Html(lines.map((line) => written(line).source).join('<br>'));

function button({ label, link }: MailButton, { language }: Filling): Html {
  return html`<p style="margin:0 0 20px"><a href="${link}" style="${buttonStyle}">${label}</a></p>
<p style="margin:0 0 20px;font-size:14px">${linkHint[language]}<br><a href="${link}" style="word-break:break-all">${link}</a></p>`;
}

function blockHtml(block: FilledBlock, filling: Filling): Html {
  if (block.kind === 'buttons') return Html.join(block.buttons.map((one) => button(one, filling)));
  if (block.kind === 'list') {
    const items = block.lines.map((line) => html`<li style="margin:0 0 4px">${written(line)}</li>`);
    return html`<ul style="margin:0 0 16px;padding-left:20px">
${Html.join(items)}
</ul>`;
  }
  return html`<p style="margin:0 0 16px">${brokenLines(block.lines)}</p>`;
}

function logoHtml({ logo }: Filling): Html {
  if (logo === null) return new Html('');
  return html`<p style="margin:0 0 20px"><img src="cid:${logo.cid}" alt="${logo.name}" style="max-height:64px;max-width:240px"></p>
`;
}

function footHtml(foot: readonly FilledBlock[], filling: Filling): Html {
  if (foot.length === 0) return new Html('');
  return html`<div style="margin:28px 0 0;font-size:13px">
${Html.join(foot.map((block) => blockHtml(block, filling)))}
</div>
`;
}

/** Nothing is loaded, and no colours but the button's, so that it reads the same on light and dark. */
export function htmlOf({ subject, body, foot }: FilledMail, filling: Filling): string {
  return html`<!doctype html>
<html lang="${filling.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${subject}</title>
</head>
<body style="margin:0;padding:20px;font-family:'Fira Sans',Arial,sans-serif;font-size:16px;line-height:1.5">
<div style="max-width:600px">
${logoHtml(filling)}${Html.join(body.map((block) => blockHtml(block, filling)))}
${footHtml(foot, filling)}</div>
</body>
</html>
`.source;
}
