import { isDoc } from './values.ts';

const index = /^\d+$/;

/**
 * Calls `visit` for every value the path leads to, walking through arrays as MongoDB's matcher does; stops
 * when it returns true. A missing end is `undefined`. With `expand` the elements of an array at the end come too.
 */
export function someValue(
  root: unknown,
  path: readonly string[],
  visit: { expand: boolean; test: (found: unknown) => boolean },
): boolean {
  let value = root;
  for (let depth = 0; depth < path.length; depth += 1) {
    if (Array.isArray(value)) return someElement(value, path.slice(depth), visit);
    if (!isDoc(value)) return visit.test(undefined);
    const field = path[depth] ?? '';
    value = Object.hasOwn(value, field) ? value[field] : undefined;
  }
  if (visit.expand && Array.isArray(value) && value.some((element) => visit.test(element))) return true;
  return visit.test(value);
}

function someElement(
  array: readonly unknown[],
  path: readonly string[],
  visit: { expand: boolean; test: (found: unknown) => boolean },
): boolean {
  const [first = '', ...rest] = path;
  const position = index.test(first) ? Number(first) : -1;
  return array.some((element, at) => {
    if (isDoc(element) && someValue(element, path, visit)) return true;
    if (at !== position) return false;
    if (rest.length === 0) return positionEnd(element, visit);
    return (isDoc(element) || Array.isArray(element)) && someValue(element, rest, visit);
  });
}

function positionEnd(
  element: unknown,
  visit: { expand: boolean; test: (found: unknown) => boolean },
): boolean {
  if (visit.expand && Array.isArray(element) && element.some((inner) => visit.test(inner))) return true;
  return visit.test(element);
}

/** The single value at a path without looking into arrays; `undefined` when missing. */
export function valueAt(root: unknown, path: readonly string[]): unknown {
  let value = root;
  for (const field of path) {
    if (!isDoc(value) || !Object.hasOwn(value, field)) return undefined;
    value = value[field];
  }
  return value;
}

/** All values under a path, arrays in between and at the end spread out; an empty array gives `undefined`. */
export function spreadValues(root: unknown, path: readonly string[]): { values: unknown[]; array: boolean } {
  const out: { values: unknown[]; array: boolean } = { values: [], array: false };
  spread(root, path, out);
  return out;
}

function spread(value: unknown, path: readonly string[], out: { values: unknown[]; array: boolean }): void {
  if (Array.isArray(value)) {
    out.array = true;
    if (path.length === 0) out.values.push(...(value.length === 0 ? [undefined] : value));
    else if (value.length === 0) out.values.push(null);
    else for (const element of value) spread(Array.isArray(element) ? null : element, path, out);
    return;
  }
  const [field, ...rest] = path;
  if (field === undefined) out.values.push(value ?? null);
  else if (!isDoc(value) || !Object.hasOwn(value, field)) out.values.push(null);
  else spread(value[field], rest, out);
}
