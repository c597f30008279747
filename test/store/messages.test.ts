import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BSON } from 'bson';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmbeddedStore, openEmbeddedStore } from '../../server/store/embedded/open-embedded-store.ts';
import { message } from './in-process.ts';

let folder: string;
let store: EmbeddedStore;
let client: MongoClient;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pegel-'));
  store = await openEmbeddedStore(folder);
  client = await new MongoClient(store.uri).connect();
  await client.db().collection('things').insertOne({ k: 1 });
});
afterAll(async () => {
  await client.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

function socketOf(opened: EmbeddedStore): string {
  return decodeURIComponent(new URL(opened.uri).host);
}

describe('a message that is none', () => {
  const bad: readonly (readonly [string, Buffer])[] = [
    ['longer than 48 MB', header(48_000_001, 2013)],
    ['shorter than its header', header(3, 2013)],
    ['negative', header(-5, 2013)],
    ['of an unknown kind', Buffer.concat([header(20, 9999), Buffer.alloc(4)])],
    ['compressed', Buffer.concat([header(20, 2012), Buffer.alloc(4)])],
    [
      'with a section longer than itself',
      Buffer.concat([header(30, 2013), Buffer.alloc(5), Buffer.from([255, 255, 0, 0]), Buffer.alloc(5)]),
    ],
    ['with broken BSON', broken()],
  ];

  it.each(bad)('%s ends its connection and nothing else', async (_name, bytes) => {
    const socket = await dial();
    socket.write(bytes);
    await once(socket, 'close');
    expect(await client.db().collection('things').countDocuments()).toBe(1);
  });

  it('cut off in the middle is forgotten', async () => {
    const socket = await dial();
    socket.write(message({ ping: 1, $db: 'x' }).subarray(0, 25));
    socket.destroy();
    expect(await client.db().command({ ping: 1 })).toMatchObject({ ok: 1 });
  });

  it('in pieces of one byte is put together, also as the old OP_QUERY', async () => {
    const socket = await dial();
    for (const byte of message({ ping: 1, $db: 'x' })) socket.write(Buffer.of(byte));
    const [reply] = await once(socket, 'data');
    expect(reply.readInt32LE(12)).toBe(2013);
    socket.destroy();
  });
});

describe('many and large', () => {
  it('takes 500 connections at once and answers each', async () => {
    const sockets = await Promise.all(Array.from({ length: 500 }, dial));
    const replies = sockets.map((socket) => once(socket, 'data'));
    for (const socket of sockets) socket.write(message({ ping: 1, $db: 'x' }));
    expect((await Promise.all(replies)).length).toBe(500);
    for (const socket of sockets) socket.destroy();
    expect(await client.db().collection('things').countDocuments()).toBe(1);
  });

  it('takes a message of 48,000,000 bytes', async () => {
    const body = BSON.serialize({ insert: 'large', $db: 'x' });
    const text = 'x'.repeat(15_900_000);
    const documents = [0, 1, 2].map((n) => Buffer.from(BSON.serialize({ _id: n, text })));
    const rest = 48_000_000 - sequenceMessage(body, documents).length;
    const around = BSON.serialize({ _id: 3, text: '' }).length;
    const last = BSON.serialize({ _id: 3, text: 'y'.repeat(rest - around) });
    const whole = sequenceMessage(body, [...documents, Buffer.from(last)]);
    expect(whole.length).toBe(48_000_000);
    const socket = await dial();
    socket.write(whole);
    const [reply] = await once(socket, 'data');
    expect(reply.toString('latin1')).not.toContain('errmsg');
    socket.destroy();
    expect(await client.db('x').collection('large').countDocuments()).toBe(4);
  });
});

/** An OP_MSG whose documents come in a section of their own, as drivers send them. */
function sequenceMessage(body: Uint8Array, documents: readonly Buffer[]): Buffer {
  const sequence = Buffer.concat([Buffer.alloc(4), Buffer.from('documents\0'), ...documents]);
  sequence.writeInt32LE(sequence.length, 0);
  const whole = Buffer.concat([Buffer.alloc(21), body, Buffer.of(1), sequence]);
  whole.writeInt32LE(whole.length, 0);
  whole.writeInt32LE(2013, 12);
  return whole;
}

function header(length: number, opCode: number): Buffer {
  const head = Buffer.alloc(16);
  head.writeInt32LE(length, 0);
  head.writeInt32LE(opCode, 12);
  return head;
}

function broken(): Buffer {
  const bytes = message({ ping: 'a long enough text', $db: 'x' });
  bytes.writeInt32LE(100_000, 31);
  return bytes;
}

async function dial(): Promise<Socket> {
  const socket = connect(socketOf(store));
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}
