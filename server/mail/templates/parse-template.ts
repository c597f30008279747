import { blockPlaceholders } from './placeholders.ts';

/** A piece of a mail before its values are filled in. */
export type Block =
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly lines: readonly string[] }
  | { readonly kind: 'special'; readonly name: string };

export interface ParsedTemplate {
  readonly body: readonly Block[];
  /** Below the line `--`, in small print. */
  readonly foot: readonly Block[];
}

const alone = /^\{([^{}\n]*)\}$/;
const footLine = /^--\s*$/;

function blockOf(line: string): Block {
  const name = alone.exec(line.trim())?.[1];
  if (name !== undefined && blockPlaceholders.has(name)) return { kind: 'special', name };
  return line.startsWith('- ')
    ? { kind: 'list', lines: [line.slice(2).trim()] }
    : { kind: 'paragraph', lines: [line.trim()] };
}

/** Lines of the same sort, without a blank one between, are one block. */
function joined(blocks: readonly Block[], next: Block): readonly Block[] {
  const last = blocks.at(-1);
  if (last === undefined || last.kind === 'special' || last.kind !== next.kind) return [...blocks, next];
  return [...blocks.slice(0, -1), { ...last, lines: [...last.lines, ...next.lines] }];
}

function blocksOf(lines: readonly string[]): readonly Block[] {
  const groups = lines
    .join('\n')
    .split(/\n\s*\n/)
    .map((group) => group.split('\n').filter((line) => line.trim() !== ''));
  return groups.flatMap((group) => group.map(blockOf).reduce<readonly Block[]>(joined, []));
}

/** The body of a template as blocks. Pure; any text is a template. */
export function parseTemplate(body: string): ParsedTemplate {
  const lines = body.replaceAll('\r\n', '\n').split('\n');
  const at = lines.findLastIndex((line) => footLine.test(line));
  return at < 0
    ? { body: blocksOf(lines), foot: [] }
    : { body: blocksOf(lines.slice(0, at)), foot: blocksOf(lines.slice(at + 1)) };
}
