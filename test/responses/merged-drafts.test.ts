import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersOf, type Change, mergeChanges, unseenKeys } from '../../server/responses/merge-changes.ts';
import type { DraftAnswer } from '../../server/responses/response.ts';

type Draft = Readonly<Record<string, DraftAnswer>>;

const change = fc.record({
  key: fc.constantFrom('a', 'b', 'c', 'constructor'),
  base: fc.integer({ min: 0, max: 3 }),
  value: fc.oneof(fc.constant(null), fc.record({ value: fc.integer({ min: 0, max: 4 }) })),
});
const save = fc.record({
  saveId: fc.uuid(),
  changes: fc.uniqueArray(change, { selector: ({ key }) => key, minLength: 1 }),
});
const saves = fc.array(save, { maxLength: 12 });

function drafted(all: readonly { saveId: string; changes: readonly Change[] }[]): Draft {
  return all.reduce<Draft>((draft, { saveId, changes }) => mergeChanges(draft, saveId, changes).draft, {});
}

describe('merging saves', () => {
  it('answers every change exactly once: accepted or in conflict', () => {
    fc.assert(
      fc.property(saves, save, (before, { saveId, changes }) => {
        const { accepted, conflicts } = mergeChanges(drafted(before), saveId, changes);
        const keys = [...accepted, ...conflicts].map(({ key }) => key);
        expect(keys.sort()).toEqual(changes.map(({ key }) => key).sort());
      }),
    );
  });

  it('writes nothing for a save that comes again', () => {
    fc.assert(
      fc.property(saves, save, (before, { saveId, changes }) => {
        const once = mergeChanges(drafted(before), saveId, changes);
        const again = mergeChanges(once.draft, saveId, changes);
        expect(again.changed).toBe(false);
        expect(again.draft).toEqual(once.draft);
        expect(again.accepted).toEqual(once.accepted);
        expect(again.conflicts).toEqual(once.conflicts);
      }),
    );
  });

  it('never overwrites what the page has not seen', () => {
    fc.assert(
      fc.property(saves, save, (before, { saveId, changes }) => {
        const draft = drafted(before);
        const after = mergeChanges(draft, saveId, changes).draft;
        for (const { key, base } of changes) {
          const revision = Object.hasOwn(draft, key) ? draft[key]?.revision : 0;
          if (revision !== base)
            expect(Object.hasOwn(after, key) && after[key]).toEqual(Object.hasOwn(draft, key) && draft[key]);
        }
      }),
    );
  });

  it('knows which keys a page has not seen', () => {
    const draft = {
      a: { value: { value: 1 }, revision: 2, saveId: 's' },
      b: { value: null, revision: 1, saveId: 's' },
    };
    expect(unseenKeys(draft, { a: 2, b: 1 })).toEqual([]);
    expect(unseenKeys(draft, { a: 1 })).toEqual(['a', 'b']);
    expect(unseenKeys(draft, { a: 2, b: 1, c: 1 })).toEqual(['c']);
    expect(unseenKeys({}, { constructor: 0 })).toEqual([]);
    expect(answersOf(draft)).toEqual({ a: { value: 1 } });
  });
});
