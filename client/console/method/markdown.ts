/** A piece of a written document, as far as the method needs it. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly entries: readonly string[] }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

type Kind = Block['kind'] | 'blank' | 'rule';

function kindOf(line: string): Kind {
  if (line.trim() === '') return 'blank';
  if (line.startsWith('```')) return 'code';
  if (line.startsWith('#')) return 'heading';
  if (/^-{3,}$/.test(line)) return 'rule';
  if (line.startsWith('- ')) return 'list';
  return line.startsWith('|') ? 'table' : 'paragraph';
}

function cellsOf(line: string): readonly string[] {
  return line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

/** Lines of one list with what hangs below an entry joined to it. */
function entriesOf(lines: readonly string[]): readonly string[] {
  return lines
    .map((line) => (line.startsWith('- ') ? `\n${line.slice(2)}` : ` ${line.trim()}`))
    .join('')
    .split('\n')
    .slice(1);
}

function blockOf(kind: Block['kind'], lines: readonly string[]): Block {
  const [first = ''] = lines;
  if (kind === 'heading') return { kind, text: first.replace(/^#+\s*/, '') };
  if (kind === 'code') return { kind, text: lines.slice(1, -1).join('\n') };
  if (kind === 'list') return { kind, entries: entriesOf(lines) };
  if (kind === 'table') return { kind, head: cellsOf(first), rows: lines.slice(2).map(cellsOf) };
  return { kind: 'paragraph', text: lines.join(' ') };
}

/** How many lines from `start` belong to the block that begins there. */
function extent(lines: readonly string[], start: number, kind: Block['kind']): number {
  const rest = lines.slice(start + 1);
  if (kind === 'heading') return 1;
  if (kind === 'code') return rest.findIndex((line) => line.startsWith('```')) + 2;
  const goesOn = (line: string) => kindOf(line) === kind || (kind === 'list' && /^\s+\S/.test(line));
  const end = rest.findIndex((line) => !goesOn(line));
  return end === -1 ? rest.length + 1 : end + 1;
}

/** Blocks of a document in the small part of Markdown that the method is written in. */
export function readMarkdown(source: string): readonly Block[] {
  const lines = source.split('\n');
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const kind = kindOf(lines[at] ?? '');
    if (kind === 'blank' || kind === 'rule') {
      at += 1;
      continue;
    }
    const size = extent(lines, at, kind);
    blocks.push(blockOf(kind, lines.slice(at, at + size)));
    at += size;
  }
  return blocks;
}

export type Span = { readonly kind: 'plain' | 'strong' | 'emphasis' | 'code'; readonly text: string };

const marks = /`([^`]+)`|\*\*([^*]+)\*\*|\*((?:[^*\\]|\\.)+)\*/g;

/** A line of text in spans; a backslash keeps the sign behind it. */
export function readSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const match of text.matchAll(marks)) {
    if (text[match.index - 1] === '\\') continue;
    spans.push({ kind: 'plain', text: text.slice(at, match.index) });
    const [whole, code, strong, emphasis] = match;
    const kind = code !== undefined ? 'code' : strong !== undefined ? 'strong' : 'emphasis';
    spans.push({ kind, text: code ?? strong ?? emphasis ?? '' });
    at = match.index + whole.length;
  }
  return [...spans, { kind: 'plain' as const, text: text.slice(at) }]
    .filter((span) => span.text !== '')
    .map((span) => ({ ...span, text: span.text.replace(/\\(.)/g, '$1') }));
}
