import { connect, type Socket } from 'node:net';
import type { StoreAddress } from './store-address.ts';
import { writeCommand } from './wire.ts';

const answerMs = 3_000;

/** A connection to the store that listens at an address; null when nobody does, or nobody answers in time. */
export function dial(address: StoreAddress): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = address.kind === 'socket' ? connect(address.path) : connect(address.port, '127.0.0.1');
    const giveUp = () => {
      socket.destroy();
      resolve(null);
    };
    socket.setTimeout(answerMs, giveUp);
    socket.on('error', giveUp).on('close', giveUp);
    socket.once('connect', () => socket.write(writeCommand({ hello: 1, $db: 'admin' })));
    // Only a socket that is read notices its end.
    socket.once('data', () => resolve(socket.setTimeout(0).off('close', giveUp).unref().resume()));
  });
}
