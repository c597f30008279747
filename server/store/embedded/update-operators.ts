import { Double, Int32, Long } from 'bson';
import { compareValues, equalValues } from './compare.ts';
import { compilePull } from './match.ts';
import { StoreError } from './store-error.ts';
import { type Doc, isDoc, isNumeric, plain, toNumber } from './values.ts';

type Target = { operator: string; path: string; steps: readonly string[]; argument: unknown };
type Slot = { get: () => unknown; set: (value: unknown) => void };

/** Applies one operator to one path of a document with typed numbers, in place. */
export function applyOperator(doc: Doc, target: Target): void {
  if (target.operator === '$unset') unset(doc, target.steps);
  else if (target.operator === '$pull') pull(doc, target);
  else assign(doc, target);
}

function assign(doc: Doc, target: Target): void {
  const slot = openSlot(doc, target);
  const present = slot.get();
  const next = nextValue(present, target);
  if (next !== present) slot.set(next);
}

function nextValue(present: unknown, target: Target): unknown {
  const { operator, path, argument } = target;
  switch (operator) {
    case '$set':
    case '$setOnInsert':
      return argument;
    case '$inc':
      return incremented(present, argument, path);
    case '$min':
      return present === undefined || order(argument, present) < 0 ? argument : present;
    case '$max':
      return present === undefined || order(argument, present) > 0 ? argument : present;
    case '$push':
      return pushed(asArray(present, target), argument);
    default:
      return withMembers(asArray(present, target), argument);
  }
}

function order(left: unknown, right: unknown): number {
  return compareValues(plain(left), plain(right));
}

/** Walks to the last step and creates documents on the way; refuses to walk through a plain value. */
function openSlot(doc: Doc, { steps, path }: Target): Slot {
  let holder: Doc | unknown[] = doc;
  steps.slice(0, -1).forEach((step, depth) => {
    const slot = slotIn(holder, step, path);
    if (slot.get() === undefined) slot.set({});
    const inner = slot.get();
    if (!isDoc(inner) && !Array.isArray(inner)) throw notViable(steps[depth + 1] ?? '', step, inner);
    holder = inner;
  });
  return slotIn(holder, steps.at(-1) ?? '', path);
}

function notViable(field: string, step: string, value: unknown): StoreError {
  return new StoreError(28, `Cannot create field '${field}' in element {${step}: ${JSON.stringify(value)}}`);
}

function slotIn(holder: Doc | unknown[], step: string, path: string): Slot {
  if (!Array.isArray(holder)) {
    return {
      get: () => (Object.hasOwn(holder, step) ? holder[step] : undefined),
      set: (value) => {
        setOwn(holder, step, value);
      },
    };
  }
  const position = Number(step);
  if (!/^\d+$/.test(step)) throw new StoreError(28, `Cannot create field '${step}' of '${path}' in an array`);
  if (position > holder.length + 1_500_000) {
    throw new StoreError(2, `can't backfill more than 1500000 elements of '${path}'`);
  }
  return {
    get: () => holder[position],
    set: (value) => {
      while (holder.length < position) holder.push(null);
      holder[position] = value;
    },
  };
}

function setOwn(holder: Doc, field: string, value: unknown): void {
  if (field !== '__proto__') holder[field] = value;
  else Object.defineProperty(holder, field, { value, enumerable: true, writable: true, configurable: true });
}

function unset(doc: Doc, steps: readonly string[]): void {
  const holder = holderOf(doc, steps);
  const last = steps.at(-1) ?? '';
  if (Array.isArray(holder)) {
    if (/^\d+$/.test(last) && Number(last) < holder.length) holder[Number(last)] = null;
  } else if (holder !== undefined) delete holder[last];
}

function holderOf(doc: Doc, steps: readonly string[]): Doc | unknown[] | undefined {
  let holder: unknown = doc;
  for (const step of steps.slice(0, -1)) {
    if (Array.isArray(holder)) holder = holder[Number(step)];
    else holder = isDoc(holder) && Object.hasOwn(holder, step) ? holder[step] : undefined;
  }
  return isDoc(holder) || Array.isArray(holder) ? holder : undefined;
}

function pull(doc: Doc, { steps, path, argument }: Target): void {
  const holder = holderOf(doc, steps);
  if (holder === undefined) return;
  const slot = slotIn(holder, steps.at(-1) ?? '', path);
  const present = slot.get();
  if (present === undefined) return;
  if (!Array.isArray(present))
    throw new StoreError(2, `Cannot apply $pull to a non-array value at '${path}'`);
  const matches = compilePull(plain(argument));
  slot.set(present.filter((element) => !matches(plain(element))));
}

function asArray(present: unknown, { operator, path }: Target): unknown[] {
  if (present === undefined) return [];
  if (Array.isArray(present)) return present;
  throw new StoreError(2, `The field '${path}' must be an array for ${operator}`);
}

function pushed(present: unknown[], argument: unknown): unknown[] {
  if (!isDoc(argument) || !('$each' in argument)) return [...present, argument];
  refuseModifiers(argument, ['$each', '$slice', '$position']);
  const position = modifier(argument, '$position') ?? present.length;
  const items = [...present];
  items.splice(position < 0 ? Math.max(items.length + position, 0) : position, 0, ...each(argument));
  const slice = modifier(argument, '$slice');
  if (slice === null) return items;
  return slice < 0 ? items.slice(slice) : items.slice(0, slice);
}

function withMembers(present: unknown[], argument: unknown): unknown[] {
  const several = isDoc(argument) && '$each' in argument;
  if (several) refuseModifiers(argument, ['$each']);
  const items = [...present];
  for (const item of several ? each(argument) : [argument]) {
    if (!items.some((known) => equalValues(plain(known), plain(item)))) items.push(item);
  }
  return items;
}

function each(argument: Doc): unknown[] {
  const items = argument['$each'];
  if (!Array.isArray(items)) throw new StoreError(2, 'The argument to $each must be an array');
  return items;
}

function modifier(argument: Doc, name: string): number | null {
  const value = argument[name];
  if (value === undefined) return null;
  if (isNumeric(value) && Number.isInteger(toNumber(value))) return toNumber(value);
  throw new StoreError(2, `The value for ${name} must be an integer`);
}

function refuseModifiers(argument: Doc, allowed: readonly string[]): void {
  const unknown = Object.keys(argument).find((name) => !allowed.includes(name));
  if (unknown !== undefined) throw new StoreError(2, `Unrecognized clause in the update: ${unknown}`);
}

function incremented(present: unknown, by: unknown, path: string): unknown {
  if (!isNumeric(by)) throw new StoreError(14, `Cannot increment '${path}' with a non-numeric argument`);
  if (present === undefined) return by;
  if (!isNumeric(present)) throw new StoreError(14, `Cannot apply $inc to '${path}', which is not a number`);
  const sum = toNumber(present) + toNumber(by);
  if (isDouble(present) || isDouble(by)) return new Double(sum);
  if (!Number.isSafeInteger(sum)) throw new StoreError(2, `$inc of '${path}' leaves the range of ±2^53`);
  const long = present instanceof Long || by instanceof Long || sum !== (sum | 0);
  return long ? Long.fromNumber(sum) : new Int32(sum);
}

function isDouble(value: unknown): boolean {
  return value instanceof Double || (typeof value === 'number' && !Number.isInteger(value));
}
