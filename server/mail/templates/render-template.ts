import type { Language } from '../../../surveys/plan/plan.ts';
import { fill, fillSubject, linesOf } from './fill.ts';
import { htmlOf } from './html-of.ts';
import { type Block, parseTemplate } from './parse-template.ts';
import { isPlaceholder, type Placeholders } from './placeholders.ts';
import type { Template } from './template.ts';
import { textOf } from './text-of.ts';

/** One or several in place of `{button}`, each with its full link below. */
export interface MailButton {
  readonly label: string;
  readonly link: string;
}

export interface Filling {
  readonly language: Language;
  readonly values: Placeholders;
  readonly buttons: readonly MailButton[];
  /** Content id of the city's picture at the top of the HTML; null: none. */
  readonly logo: { readonly cid: string; readonly name: string } | null;
}

/** A block with its values. */
export type FilledBlock =
  | { readonly kind: 'paragraph' | 'list' | 'signature'; readonly lines: readonly FilledLine[] }
  | { readonly kind: 'buttons'; readonly buttons: readonly MailButton[] };

/** "Frist: Freitag" has a label; other lines have none. */
export interface FilledLine {
  readonly label: string;
  readonly text: string;
}

export interface FilledMail {
  readonly subject: string;
  readonly body: readonly FilledBlock[];
  readonly foot: readonly FilledBlock[];
}

const labelForm = /^([^{}:.?!]{1,40}): (?=\S)/;

/** A label is a matter of the template; no value can make one. */
function lineOf(line: string, values: Placeholders): FilledLine {
  const label = labelForm.exec(line)?.[1] ?? '';
  const rest = label === '' ? line : line.slice(label.length + 2);
  return { label, text: fill(rest, values) };
}

const plain = (text: string): FilledLine => ({ label: '', text });

function specialBlock(name: string, { values, buttons }: Filling): FilledBlock {
  if (name === 'button') return { kind: 'buttons', buttons };
  const lines = isPlaceholder(name) ? linesOf(values, name).map(plain) : [];
  return { kind: name === 'signature' ? 'signature' : 'list', lines };
}

function filled(block: Block, filling: Filling): FilledBlock {
  if (block.kind === 'special') return specialBlock(block.name, filling);
  const lines = block.lines.map((line) => lineOf(line, filling.values));
  return { kind: block.kind, lines: lines.filter(({ text }) => text !== '') };
}

const isThere = (block: FilledBlock): boolean =>
  block.kind === 'buttons' ? block.buttons.length > 0 : block.lines.length > 0;

/**
 * A template as a mail: plain text and the same in simple HTML. Blocks that come out empty are left out. Pure; values
 * are text in both, and nothing in a template leads to a recipient, a file or an address.
 */
export function renderTemplate(
  { subject, body }: Template,
  filling: Filling,
): { readonly subject: string; readonly text: string; readonly html: string } {
  const parsed = parseTemplate(body);
  const blocks = (found: readonly Block[]) => found.map((block) => filled(block, filling)).filter(isThere);
  const mail = {
    subject: fillSubject(subject, filling.values),
    body: blocks(parsed.body),
    foot: blocks(parsed.foot),
  };
  return { subject: mail.subject, text: textOf(mail), html: htmlOf(mail, filling) };
}
