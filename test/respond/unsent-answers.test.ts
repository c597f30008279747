import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DeviceStorage, keptChanges } from '../../client/respond/kept-changes.ts';
import { emptyQueue, isEmpty } from '../../client/respond/save-queue.ts';
import {
  changeAnswer,
  keepMine,
  openSheet,
  type Sheet,
  settleSave,
  startSending,
  takeTheirs,
  unsent,
} from '../../client/respond/sheet.ts';
import { mergeChanges } from '../../server/responses/merge-changes.ts';
import type { DraftAnswer } from '../../server/responses/response.ts';
import type { SaveAnswersResponse } from '../../server/responses/responses.wire.ts';
import type { Answer } from '../../surveys/answers/answer.ts';

/** The server's side, by its own rules, with a memory of every value it ever held. */
function startServer() {
  let draft: Readonly<Record<string, DraftAnswer>> = {};
  const held: { key: string; value: Answer | null }[] = [];
  return {
    held,
    stored: () => draft,
    save({ queue }: Sheet): SaveAnswersResponse {
      const { saveId, changes } = queue.sending ?? { saveId: '', changes: [] };
      const merged = mergeChanges(draft, saveId, changes);
      draft = merged.draft;
      for (const { key } of merged.accepted) held.push({ key, value: draft[key]?.value ?? null });
      const { accepted, conflicts } = merged;
      return {
        savedAt: '2026-10-01T08:00:00Z',
        accepted: [...accepted],
        conflicts: [...conflicts],
        refused: [],
      };
    },
  };
}

type Server = ReturnType<typeof startServer>;

let saves = 0;
const nextSaveId = () => `save-${saves++}`;
const save = (server: Server, sheet: Sheet) => {
  const sending = startSending(sheet, nextSaveId());
  return sending.queue.sending === null ? sending : settleSave(sending, server.save(sending));
};
/** The server got it, the answer got lost on the way. */
const saveUnheard = (server: Server, sheet: Sheet) => {
  const sending = startSending(sheet, nextSaveId());
  if (sending.queue.sending !== null) server.save(sending);
  return sending;
};
const reopen = (server: Server, sheet: Sheet) =>
  openSheet(server.stored(), JSON.parse(JSON.stringify(unsent(sheet))));
const drain = (server: Server, sheet: Sheet) => {
  let drained = sheet;
  for (let turn = 0; !isEmpty(drained.queue) && turn < 20; turn += 1) drained = save(server, drained);
  return drained;
};

const blank = () => openSheet({}, emptyQueue);

describe('an answer on its way', () => {
  it('is sent again under the same id until the server has said something', () => {
    const server = startServer();
    const unheard = saveUnheard(server, changeAnswer(blank(), 'a', { value: 1 }));
    const again = startSending(unheard, nextSaveId());
    expect(again.queue.sending?.saveId).toBe(unheard.queue.sending?.saveId);
    const settled = settleSave(again, server.save(again));
    expect(settled.confirmed['a']).toEqual({ value: { value: 1 }, revision: 1 });
    expect(isEmpty(settled.queue)).toBe(true);
  });

  it('may be changed while it is sent', () => {
    const server = startServer();
    const sending = startSending(changeAnswer(blank(), 'a', { value: 1 }), nextSaveId());
    const said = server.save(sending);
    const settled = settleSave(changeAnswer(sending, 'a', { value: 2 }), said);
    expect(settled.answers['a']).toEqual({ value: 2 });
    expect(drain(server, settled).confirmed['a']).toEqual({ value: { value: 2 }, revision: 2 });
  });

  it('is not sent when it was changed back', () => {
    const server = startServer();
    const saved = drain(server, changeAnswer(blank(), 'a', { value: 1 }));
    const back = changeAnswer(changeAnswer(saved, 'a', { value: 2 }), 'a', { value: 1 });
    expect(isEmpty(back.queue)).toBe(true);
  });
});

describe('a conflict', () => {
  function conflicting() {
    const server = startServer();
    drain(server, changeAnswer(blank(), 'a', { value: 1 }));
    return { server, sheet: drain(server, changeAnswer(blank(), 'a', { value: 2 })) };
  }

  it('shows both answers and keeps what was typed', () => {
    const { sheet } = conflicting();
    expect(sheet.conflicts['a']).toMatchObject({ mine: { value: 2 }, theirs: { value: 1 } });
    expect(sheet.answers['a']).toEqual({ value: 2 });
  });

  it('ends with my answer stored when I keep it', () => {
    const { server, sheet } = conflicting();
    drain(server, keepMine(sheet, 'a'));
    expect(server.stored()['a']?.value).toEqual({ value: 2 });
  });

  it('ends without another save when I take theirs', () => {
    const { sheet } = conflicting();
    const taken = takeTheirs(sheet, 'a');
    expect(taken.answers['a']).toEqual({ value: 1 });
    expect(isEmpty(taken.queue)).toBe(true);
  });

  it('comes up again after the page was closed undecided', () => {
    const { server, sheet } = conflicting();
    const again = drain(server, reopen(server, sheet));
    expect(again.conflicts['a']).toMatchObject({ mine: { value: 2 }, theirs: { value: 1 } });
  });
});

const step = fc.record({
  who: fc.constantFrom(0, 1),
  what: fc.constantFrom('change', 'save', 'unheard', 'reopen'),
  key: fc.constantFrom('a', 'b'),
  value: fc.integer({ min: 0, max: 4 }),
});

/** One step of one person; the last answer a person gave to each question is written down. */
function walk(server: Server, sheets: Sheet[], given: Map<string, Answer>[]) {
  return ({ who, what, key, value }: { who: number; what: string; key: string; value: number }) => {
    const sheet = sheets[who] ?? blank();
    if (what === 'change') {
      given[who]?.set(key, { value });
      sheets[who] = changeAnswer(sheet, key, { value });
    }
    if (what === 'save') sheets[who] = save(server, sheet);
    if (what === 'unheard') sheets[who] = saveUnheard(server, sheet);
    if (what === 'reopen') sheets[who] = reopen(server, sheet);
  };
}

describe('two people, lost answers of the server, closed tabs (T31)', () => {
  it('loses no answer: each one was stored, or stands in a conflict', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const server = startServer();
        const sheets = [blank(), blank()];
        const given = [new Map<string, Answer>(), new Map<string, Answer>()];
        steps.forEach(walk(server, sheets, given));
        for (const [who, answers] of given.entries()) {
          const end = drain(server, sheets[who] ?? blank());
          for (const [key, value] of answers) {
            const stored = server.held.some((one) => one.key === key && same(one.value, value));
            expect(stored || same(end.conflicts[key]?.mine, value)).toBe(true);
          }
          for (const [key, { value }] of Object.entries(end.confirmed)) {
            if (!end.conflicts[key]) expect(end.answers[key] ?? null).toEqual(value);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Like the browser's storage: the keys are its own properties, the methods are not. */
function memoryStorage(): DeviceStorage {
  const methods = {
    getItem: (key: string): string | null => Reflect.get(storage, key) ?? null,
    setItem: (key: string, value: string) => void Reflect.set(storage, key, value),
    removeItem: (key: string) => void Reflect.deleteProperty(storage, key),
  };
  const storage: DeviceStorage = Object.create(methods);
  return storage;
}

describe('what is kept on the device', () => {
  it('is taken over by the next page of the same link, and by no other', () => {
    const storage = memoryStorage();
    const { queue } = changeAnswer(blank(), 'a', { value: 1 });
    keptChanges(storage, 'link-1', 'page-1').keep(queue);
    expect(isEmpty(keptChanges(storage, 'link-2', 'page-2').take())).toBe(true);
    expect(keptChanges(storage, 'link-1', 'page-3').take()).toEqual(queue);
  });

  it('is gone once everything is saved', () => {
    const storage = memoryStorage();
    const kept = keptChanges(storage, 'link-1', 'page-1');
    kept.keep(changeAnswer(blank(), 'a', { value: 1 }).queue);
    kept.keep(emptyQueue);
    expect(Object.keys(storage)).toEqual([]);
  });

  it('joins what two closed tabs left behind', () => {
    const storage = memoryStorage();
    const sending = startSending(changeAnswer(blank(), 'a', { value: 1 }), nextSaveId());
    keptChanges(storage, 'link-1', 'page-1').keep(sending.queue);
    keptChanges(storage, 'link-1', 'page-2').keep(changeAnswer(blank(), 'b', { value: 2 }).queue);
    const joined = keptChanges(storage, 'link-1', 'page-3').take();
    expect(joined.sending).toEqual(sending.queue.sending);
    expect(Object.keys(joined.pending)).toEqual(['b']);
  });

  it('is forgotten of all open pages at once, and of no other link', () => {
    const storage = memoryStorage();
    const { queue } = changeAnswer(blank(), 'a', { value: 1 });
    for (const page of ['page-1', 'page-2']) keptChanges(storage, 'link-1', page).keep(queue);
    keptChanges(storage, 'link-2', 'page-3').keep(queue);
    keptChanges(storage, 'link-1', 'page-2').forget();
    expect(Object.keys(storage)).toEqual(['pegel:link-2:page-3']);
  });

  it('says when the device keeps nothing', () => {
    const full = memoryStorage();
    const { queue } = changeAnswer(blank(), 'a', { value: 1 });
    expect(keptChanges(full, 'link-1', 'page-1').keep(queue)).toBe(true);
    const refuse = () => {
      throw new Error('full');
    };
    expect(
      keptChanges({ ...full, getItem: () => null, setItem: refuse, removeItem: () => {} }, 'l', 'p').keep(
        queue,
      ),
    ).toBe(false);
  });

  it('survives what it cannot read', () => {
    const storage = memoryStorage();
    storage.setItem('pegel:link-1:page-1', '{broken');
    expect(isEmpty(keptChanges(storage, 'link-1', 'page-2').take())).toBe(true);
  });
});
