import { readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { freshFolder } from './fresh-folder.ts';

const folder = freshFolder();
const byPort = { reach: 'loopback' } as const;

/** The address of a store with other credentials. */
function withUser(uri: string, user: string): MongoClient {
  const { host, search } = new URL(uri);
  const options = user === '' ? '?directConnection=true' : search;
  return new MongoClient(`mongodb://${user}${host}/pegel${options}`, { serverSelectionTimeoutMS: 5_000 });
}

describe('a store without unix sockets', () => {
  it('is reached by a port of this machine and a password, by further processes too', async () => {
    const first = await folder.open(byPort);
    expect(new URL(first.uri)).toMatchObject({ hostname: '127.0.0.1', username: 'store' });
    expect(new URL(first.uri).password.length).toBeGreaterThan(40);
    expect(statSync(join(folder.path, 'store.address')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder.path)).not.toContain('store.sock');
    await (await folder.client(first.uri)).db().collection('things').insertOne({ k: 1 });
    const second = await folder.open();
    expect(second).toMatchObject({ owner: false, uri: first.uri });
    expect(await (await folder.client(second.uri)).db().collection('things').countDocuments()).toBe(1);
  });

  it('tells nothing to whoever has no password or another one', async () => {
    const { uri } = await folder.open(byPort);
    const stranger = await withUser(uri, '').connect();
    folder.later(() => stranger.close());
    const things = stranger.db().collection('things');
    await expect(things.find().toArray()).rejects.toMatchObject({ code: 13 });
    await expect(things.insertOne({ k: 1 })).rejects.toMatchObject({ code: 13 });
    await expect(stranger.db().command({ saslStart: 1, mechanism: 'PLAIN' })).rejects.toMatchObject({
      code: 18,
    });
    const guesser = withUser(uri, 'store:guessed@');
    folder.later(() => guesser.close());
    await expect(guesser.connect()).rejects.toMatchObject({ code: 18 });
  });

  it('is at the same port with the same password after an end, so that clients go on', async () => {
    const { uri } = await folder.open(byPort);
    const things = (await folder.client(uri)).db().collection('things');
    await things.insertOne({ k: 1 });
    process.kill(folder.serverPid(), 'SIGKILL');
    expect(await things.countDocuments()).toBe(1);
  });

  it('takes another port where the old one is in use now', async () => {
    const first = await folder.open(byPort);
    await first.close();
    const taken = createServer().listen(Number(new URL(first.uri).port), '127.0.0.1');
    folder.later(async () => taken.close());
    const again = await folder.open();
    expect(new URL(again.uri).port).not.toBe(new URL(first.uri).port);
    expect(await (await folder.client(again.uri)).db().collection('things').countDocuments()).toBe(0);
  });
});
