import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { damaged } from './disk-fault.ts';
import { newestMeta, pageSize, type Tree } from './meta-page.ts';
import { checkRun, linksOf, PageFault, type PageKind, type Run } from './page-links.ts';

/** Branches are one page in a hundred, and lead to all others. */
export type Depth = 'branches' | 'all';

/**
 * Follows the pages of the file that LMDB would follow, with plain reads: LMDB trusts what it maps, and one turned bit
 * in a page ends its process whenever somebody comes by.
 *
 * @throws StoreUnusable
 */
export function checkPages(file: string, depth: Depth): void {
  if (!existsSync(file)) return;
  const handle = openSync(file, 'r');
  try {
    const pages = Math.floor(fstatSync(handle).size / pageSize);
    const meta = newestMeta(handle);
    if (meta === null) return;
    const walk = new Walk(handle, Math.min(pages, meta.lastPage + 1), depth);
    walk.through(meta.free);
    walk.through(meta.main);
  } catch (error) {
    throw error instanceof PageFault ? damaged(file, error.message) : error;
  } finally {
    closeSync(handle);
  }
}

class Walk {
  readonly #handle: number;
  readonly #depth: Depth;
  readonly #seen: Uint8Array;
  readonly #page = Buffer.alloc(pageSize);

  constructor(handle: number, pages: number, depth: Depth) {
    this.#handle = handle;
    this.#depth = depth;
    this.#seen = new Uint8Array(pages).fill(1, 0, 2);
  }

  through({ root, depth }: Tree): void {
    if (root === null) return;
    const lowest = this.#depth === 'branches' && depth > 1 ? 2 : 1;
    this.#visit(root, depth, lowest);
  }

  #visit(number: number, levels: number, lowest: number): void {
    this.#enter(number);
    if (levels < lowest) return;
    const kind: PageKind = levels > 1 ? 'branch' : 'leaf';
    const { pages, trees, runs } = this.#read(number, (page) => linksOf(page, number, kind));
    for (const below of pages) this.#visit(below, levels - 1, lowest);
    for (const tree of trees) this.through(tree);
    for (const run of runs) this.#visitRun(run);
  }

  #visitRun(run: Run): void {
    for (let number = run.first; number < run.first + run.pages; number += 1) this.#enter(number);
    this.#read(run.first, (page) => checkRun(page, run));
  }

  /** Each page has one place. */
  #enter(number: number): void {
    if (this.#seen[number] === undefined) throw new PageFault(`page ${number} is not in the file`);
    if (this.#seen[number] === 1) throw new PageFault(`page ${number} has two places`);
    this.#seen[number] = 1;
  }

  #read<Found>(number: number, parse: (page: Buffer) => Found): Found {
    readSync(this.#handle, this.#page, 0, pageSize, number * pageSize);
    try {
      return parse(this.#page);
    } catch (error) {
      throw error instanceof PageFault ? new PageFault(`page ${number}: ${error.message}`) : error;
    }
  }
}
