import MongoStore from 'connect-mongo';
import type { SessionData } from 'express-session';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTempStore, type TempStore } from '../harness/temp-store.ts';

let temp: TempStore;
let sessions: MongoStore;
beforeAll(async () => {
  temp = await openTempStore();
  sessions = MongoStore.create({
    client: temp.store.connection.getClient(),
    dbName: temp.store.connection.name,
    ttl: 60,
  });
});
afterAll(() => temp.close());

const session = { cookie: { originalMaxAge: 60_000 }, userId: 'u1' } as unknown as SessionData;

function done<Result>(
  call: (callback: (error?: unknown, result?: Result) => void) => void,
): Promise<Result | undefined> {
  return new Promise((resolve, reject) => call((error, result) => (error ? reject(error) : resolve(result))));
}

describe('sessions of connect-mongo', () => {
  it('are kept, found, prolonged, counted and removed', async () => {
    await done((callback) => sessions.set('s1', session, callback));
    expect(await done<SessionData | null>((callback) => sessions.get('s1', callback))).toMatchObject({
      userId: 'u1',
    });
    await done((callback) => sessions.touch('s1', session, callback));
    await done((callback) => sessions.set('s2', session, callback));
    expect(await done<number>((callback) => sessions.length(callback))).toBe(2);
    await done((callback) => sessions.destroy('s1', callback));
    expect(await done<SessionData | null>((callback) => sessions.get('s1', callback))).toBeNull();
    await done((callback) => sessions.clear(callback));
    expect(await done<number>((callback) => sessions.length(callback))).toBe(0);
  });

  it('expire by an index of the database', async () => {
    const database = temp.store.connection.getClient().db(temp.store.connection.name);
    expect(await database.collection('sessions').indexes()).toContainEqual(
      expect.objectContaining({ key: { expires: 1 }, expireAfterSeconds: 0 }),
    );
  });
});
