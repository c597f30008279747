function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, ordered(inner)]));
}

/** As JSON with sorted keys: the same text for the same content. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(ordered(value)) ?? '';
}

/** Equal as plain JSON, whatever the order of keys. */
export function isSame(a: unknown, b: unknown): boolean {
  return canonicalText(a) === canonicalText(b);
}
