import { z } from 'zod';
import type { Crosswalk } from '../../reports/comparison/comparison.ts';
import { itemIds } from '../../reports/comparison/crosswalk-links.ts';
import type { Plan } from '../../surveys/plan/plan.ts';
import { parse, pointerOf } from '../http/parse.ts';
import { Refusal, type RefusalError } from '../refusal.ts';

const itemId = z.string().min(1).max(200);
const version = z.number().int().min(1);

const crosswalkFile = z.strictObject({
  fromVersion: version,
  toVersion: version,
  items: z.record(
    itemId,
    z.strictObject({
      from: itemId.nullable().default(null),
      change: z.enum(['same', 'editorial', 'changed', 'new']),
      reason: z.string().max(1_000).nullable().default(null),
    }),
  ),
  dropped: z.array(itemId).max(2_000).default([]),
});

interface Versions {
  readonly from: Plan;
  readonly to: Plan;
}

/**
 * How the items of two versions belong together (formats.md §1): every item of either version is named exactly once.
 *
 * @throws Refusal naming every place that is wrong and what may stand there
 */
export function readCrosswalk(json: unknown, { from, to }: Versions): Crosswalk {
  const crosswalk = parse(crosswalkFile, json);
  const [older, newer] = [itemIds(from), itemIds(to)];
  const errors = [
    ...wrongVersion('fromVersion', crosswalk.fromVersion, from.version),
    ...wrongVersion('toVersion', crosswalk.toVersion, to.version),
    ...wrongItems(crosswalk, older, newer),
    ...wrongDropped(crosswalk, older),
    ...missing(crosswalk, older, newer),
  ];
  if (errors.length === 0) return crosswalk;
  throw new Refusal(
    'malformed-request',
    {
      de: 'Die Zuordnung der Fragen zwischen den Fassungen wird nicht angenommen.',
      en: 'The crosswalk between the versions is not accepted.',
    },
    { errors: errors.slice(0, 1_000) },
  );
}

function wrongVersion(field: 'fromVersion' | 'toVersion', sent: number, right: number): RefusalError[] {
  if (sent === right) return [];
  const detail = {
    de: `Hier steht Fassung ${sent}, verglichen wird Fassung ${right}.`,
    en: `This says version ${sent}, compared is version ${right}.`,
  };
  return [{ pointer: pointerOf([field]), detail, allowed: [right] }];
}

function wrongItems({ items }: Crosswalk, older: readonly string[], newer: readonly string[]) {
  const errors: RefusalError[] = [];
  const taken = new Map<string, string>();
  for (const [id, { from, change }] of Object.entries(items)) {
    const pointer = pointerOf(['items', id]);
    if (!newer.includes(id)) errors.push({ pointer, detail: notAnItem(id, 'newer'), allowed: newer });
    if (change === 'new' && from !== null)
      errors.push({ pointer: `${pointer}/from`, detail: newHasNoOrigin(id) });
    if (change === 'new') continue;
    if (from === null || !older.includes(from))
      errors.push({ pointer: `${pointer}/from`, detail: notAnItem(from ?? '', 'older'), allowed: older });
    const other = from === null ? undefined : taken.get(from);
    if (from !== null && other !== undefined)
      errors.push({ pointer: `${pointer}/from`, detail: takenTwice(from, other) });
    if (from !== null) taken.set(from, id);
  }
  return errors;
}

function wrongDropped({ items, dropped }: Crosswalk, older: readonly string[]) {
  const origins = new Set(Object.values(items).flatMap(({ from }) => from ?? []));
  return dropped.flatMap((id, at): RefusalError[] => {
    const pointer = pointerOf(['dropped', at]);
    if (!older.includes(id)) return [{ pointer, detail: notAnItem(id, 'older'), allowed: older }];
    if (origins.has(id)) return [{ pointer, detail: droppedAndUsed(id) }];
    return dropped.indexOf(id) < at ? [{ pointer, detail: droppedTwice(id) }] : [];
  });
}

function missing({ items, dropped }: Crosswalk, older: readonly string[], newer: readonly string[]) {
  const named = new Set([...dropped, ...Object.values(items).flatMap(({ from }) => from ?? [])]);
  return [
    ...newer
      .filter((id) => !Object.hasOwn(items, id))
      .map((id): RefusalError => {
        const allowed = ['same', 'editorial', 'changed', 'new'];
        return { pointer: pointerOf(['items', id]), detail: notNamed(id, 'newer'), allowed };
      }),
    ...older
      .filter((id) => !named.has(id))
      .map((id): RefusalError => ({ pointer: pointerOf(['dropped']), detail: notNamed(id, 'older') })),
  ];
}

const versionWords = {
  older: { de: 'älteren', en: 'older' },
  newer: { de: 'neueren', en: 'newer' },
} as const;

const notAnItem = (id: string, which: 'older' | 'newer') => ({
  de: `„${id}“ ist keine Frage der ${versionWords[which].de} Fassung.`,
  en: `“${id}” is not an item of the ${versionWords[which].en} version.`,
});
const notNamed = (id: string, which: 'older' | 'newer') => ({
  de: `Die Frage „${id}“ der ${versionWords[which].de} Fassung kommt nicht vor.`,
  en: `The item “${id}” of the ${versionWords[which].en} version is not named.`,
});
const newHasNoOrigin = (id: string) => ({
  de: `„${id}“ ist als neu bezeichnet und hat doch eine Herkunft.`,
  en: `“${id}” is called new and yet has an origin.`,
});
const takenTwice = (id: string, other: string) => ({
  de: `„${id}“ gehört schon zu „${other}“.`,
  en: `“${id}” already belongs to “${other}”.`,
});
const droppedAndUsed = (id: string) => ({
  de: `„${id}“ ist als weggefallen bezeichnet und doch Herkunft einer Frage.`,
  en: `“${id}” is called dropped and yet is the origin of an item.`,
});
const droppedTwice = (id: string) => ({
  de: `„${id}“ steht zweimal hier.`,
  en: `“${id}” is here twice.`,
});
