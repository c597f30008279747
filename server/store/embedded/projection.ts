import { StoreError } from './store-error.ts';
import { type Doc, isDoc } from './values.ts';

export type Shape = (doc: Doc) => Doc;
type Tree = { [field: string]: Tree | true };

/** Compiles a find projection of 0/1 fields (plain numbers); null when it leaves documents as they are. */
export function compileProjection(projection: Doc): Shape | null {
  const entries = Object.entries(flattenProjection(projection));
  if (entries.length === 0) return null;
  const fields = entries.filter(([path]) => path !== '_id');
  const included = fields.map(([path, value]) => isIncluded(path, value));
  const includes = included[0] ?? isIncluded('_id', projection['_id']);
  if (included.some((value) => value !== includes)) throw mixed(includes);
  const withId = '_id' in projection ? isIncluded('_id', projection['_id']) : true;
  const tree = treeOf(fields.map(([path]) => path));
  if (!includes) return (doc) => without(doc, withId ? tree : { ...tree, _id: true });
  return (doc) => (withId ? only(doc, { _id: true, ...tree }) : only(doc, tree));
}

function mixed(includes: boolean): StoreError {
  if (includes) return new StoreError(31254, 'Cannot do exclusion on a field in inclusion projection');
  return new StoreError(31253, 'Cannot do inclusion on a field in exclusion projection');
}

/** `{a: {b: 1}}` means `{'a.b': 1}`. */
export function flattenProjection(projection: Doc, prefix = ''): Doc {
  const parts = Object.entries(projection).map(([field, value]): Doc => {
    if (
      isDoc(value) &&
      Object.keys(value).length > 0 &&
      !Object.keys(value).some((name) => name.startsWith('$'))
    ) {
      return flattenProjection(value, `${prefix}${field}.`);
    }
    return { [`${prefix}${field}`]: value };
  });
  return Object.assign({}, ...parts);
}

function isIncluded(path: string, value: unknown): boolean {
  if (path.split('.').some((step) => step.startsWith('$') || step === '')) {
    throw new StoreError(16410, `FieldPath '${path}' is not supported in a projection`);
  }
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  const operator = isDoc(value) ? Object.keys(value)[0] : JSON.stringify(value);
  throw new StoreError(2, `projection of '${path}' by ${operator} is not supported`);
}

export function treeOf(paths: readonly string[]): Tree {
  const root: Tree = {};
  for (const path of paths) addPath(root, path);
  return root;
}

function addPath(root: Tree, path: string): void {
  const steps = path.split('.');
  let node = root;
  for (const step of steps.slice(0, -1)) {
    const inner = node[step] ?? {};
    if (inner === true) throw new StoreError(31249, `Path collision at ${path}`);
    node[step] = inner;
    node = inner;
  }
  const last = steps.at(-1) ?? '';
  if (node[last] !== undefined) throw new StoreError(31250, `Path collision at ${path}`);
  node[last] = true;
}

/** Keeps what the tree names; arrays on the way keep their documents and drop plain values. */
export function only(doc: Doc, tree: Tree): Doc {
  const kept = Object.entries(doc).flatMap(([field, value]) => {
    const node = Object.hasOwn(tree, field) ? tree[field] : undefined;
    if (node === undefined) return [];
    if (node === true) return [[field, value] as const];
    const inner = onlyInside(value, node);
    return inner === undefined ? [] : [[field, inner] as const];
  });
  return Object.fromEntries(kept);
}

function onlyInside(value: unknown, tree: Tree): unknown {
  if (isDoc(value)) return only(value, tree);
  if (!Array.isArray(value)) return undefined;
  return value.map((element) => onlyInside(element, tree)).filter((element) => element !== undefined);
}

export function without(doc: Doc, tree: Tree): Doc {
  const kept = Object.entries(doc).flatMap(([field, value]) => {
    const node = Object.hasOwn(tree, field) ? tree[field] : undefined;
    if (node === true) return [];
    return [[field, node === undefined ? value : withoutInside(value, node)] as const];
  });
  return Object.fromEntries(kept);
}

function withoutInside(value: unknown, tree: Tree): unknown {
  if (isDoc(value)) return without(value, tree);
  return Array.isArray(value) ? value.map((element) => withoutInside(element, tree)) : value;
}
