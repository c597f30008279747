import { encodeValue } from './keys.ts';
import { isOperators } from './match.ts';
import { type Doc, isDoc } from './values.ts';

/** What a filter says about one field. `points`: equal to one of these. Values are never arrays. */
export type Bounds = { points: unknown[] | null; low: unknown; high: unknown };

export const maxPoints = 1000;

/** What a filter says about each field that an index could know, joined over all its `$and`. */
export function boundsOf(filter: Doc): Map<string, Bounds> {
  const bounds = new Map<string, Bounds>();
  collectBounds(filter, bounds);
  return bounds;
}

function collectBounds(filter: Doc, bounds: Map<string, Bounds>): void {
  for (const [field, condition] of Object.entries(filter)) {
    if (field === '$and' && Array.isArray(condition)) {
      for (const part of condition) if (isDoc(part)) collectBounds(part, bounds);
    } else if (!field.startsWith('$')) addBounds(field, condition, bounds);
  }
}

function addBounds(field: string, condition: unknown, bounds: Map<string, Bounds>): void {
  const known = bounds.get(field) ?? { points: null, low: undefined, high: undefined };
  bounds.set(field, known);
  if (!isOperators(condition)) {
    if (indexable(condition)) known.points ??= [condition];
    return;
  }
  const { $eq, $in, $gt, $gte, $lt, $lte } = condition;
  if ('$eq' in condition && indexable($eq)) known.points ??= [$eq];
  if (Array.isArray($in) && $in.length <= maxPoints && $in.every(indexable)) known.points ??= distinct($in);
  const low = $gt ?? $gte;
  const high = $lt ?? $lte;
  if ($gte === null || $lte === null) known.points ??= [null];
  if (known.low === undefined && rangeable(low)) known.low = low;
  if (known.high === undefined && rangeable(high)) known.high = high;
}

function indexable(value: unknown): boolean {
  return !Array.isArray(value) && !(value instanceof RegExp) && !isRegexLike(value);
}

function isRegexLike(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && '_bsontype' in value && value._bsontype === 'BSONRegExp'
  );
}

function rangeable(value: unknown): boolean {
  return value !== undefined && value !== null && indexable(value) && !Number.isNaN(value);
}

function distinct(values: readonly unknown[]): unknown[] {
  const keyed = values.map((value) => [encodeValue(value).toString('latin1'), value] as const);
  return [...new Map(keyed)].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, value]) => value);
}
