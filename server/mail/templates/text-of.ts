import type { FilledBlock, FilledLine, FilledMail } from './render-template.ts';

const written = ({ label, text }: FilledLine): string => (label === '' ? text : `${label}: ${text}`);

function blockText(block: FilledBlock): string {
  if (block.kind === 'buttons') {
    return block.buttons.map(({ label, link }) => `${label}:\n${link}`).join('\n\n');
  }
  const mark = block.kind === 'list' ? '- ' : '';
  return block.lines.map((line) => `${mark}${written(line)}`).join('\n');
}

/** The plain text of a mail. */
export function textOf({ body, foot }: FilledMail): string {
  const main = body.map(blockText).join('\n\n');
  return foot.length === 0 ? `${main}\n` : `${main}\n\n-- \n${foot.map(blockText).join('\n\n')}\n`;
}
