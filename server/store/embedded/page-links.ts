import { pageSize, readTree, type Tree } from './meta-page.ts';

const headBytes = 24;
const bodyBytes = pageSize - headBytes;
const nodeBytes = 8;
const treeBytes = 48;
const runBytes = 24;
const pageFlags = { branch: 1, leaf: 2, overflow: 4 } as const;
const nodeFlags = { large: 1, tree: 2 } as const;

export type PageKind = 'branch' | 'leaf';
/** Consecutive pages that hold one large value. */
export type Run = { readonly first: number; readonly pages: number };
/** Where a page leads: pages below it, tables named in it, values too large for it. */
export type PageLinks = { pages: number[]; trees: Tree[]; runs: Run[] };

/** A page that is not what its place in the tree says. */
export class PageFault extends Error {}

/**
 * Reads where a page leads, and that all it says lies inside it.
 *
 * @throws PageFault
 */
export function linksOf(page: Buffer, number: number, kind: PageKind): PageLinks {
  if (Number(page.readBigUInt64LE(0)) !== number) throw new PageFault('another page lies there');
  if (page.readUInt16LE(18) !== pageFlags[kind]) throw new PageFault(`no ${kind}`);
  const [lower, upper] = [page.readUInt16LE(20), page.readUInt16LE(22)];
  if (lower % 2 !== 0 || lower > upper || upper > bodyBytes) throw new PageFault('bounds');
  const links: PageLinks = { pages: [], trees: [], runs: [] };
  const body = page.subarray(headBytes);
  for (let at = 0; at < lower; at += 2) {
    const start = body.readUInt16LE(at);
    if (start < upper || start + nodeBytes > bodyBytes) throw new PageFault('a row outside its page');
    const valueAt = start + nodeBytes + body.readUInt16LE(start + 6);
    if (valueAt > bodyBytes) throw new PageFault('a key outside its page');
    if (kind === 'branch')
      links.pages.push(body.readUInt32LE(start) + body.readUInt16LE(start + 4) * 2 ** 32);
    else addRow(links, { body, start, valueAt });
  }
  return links;
}

/** The page that begins a run says how long it is. */
export function checkRun(head: Buffer, { first, pages }: Run): void {
  const isHead = Number(head.readBigUInt64LE(0)) === first && head.readUInt16LE(18) === pageFlags.overflow;
  if (!isHead || head.readUInt32LE(20) < pages)
    throw new PageFault('a large value is not where it should be');
}

type Row = { readonly body: Buffer; readonly start: number; readonly valueAt: number };

function addRow(links: PageLinks, { body, start, valueAt }: Row): void {
  const [size, flags] = [body.readUInt32LE(start), body.readUInt16LE(start + 4)];
  const here = flags === nodeFlags.large ? runBytes : size;
  if (valueAt + here > bodyBytes) throw new PageFault('a value outside its page');
  if (flags === 0) return;
  const value = body.subarray(valueAt);
  if (flags === nodeFlags.large) links.runs.push(runOf(value, size));
  else if (flags === nodeFlags.tree && size === treeBytes) links.trees.push(readTree(value));
  else throw new PageFault('a row of an unknown kind');
}

function runOf(value: Buffer, size: number): Run {
  const [first, pages] = [Number(value.readBigUInt64LE(0)), Number(value.readBigUInt64LE(16))];
  const needed = Math.floor((headBytes - 1 + size) / pageSize) + 1;
  if (pages < needed) throw new PageFault('a large value longer than its pages');
  return { first, pages };
}
