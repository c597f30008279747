import { type Loopback, readLoopback } from './loopback-record.ts';
import { socketPath } from './socket-path.ts';

/** How a store is reached: by a unix socket, or, where there are none, by a port of this machine and a password. */
export type Reach = 'socket' | 'loopback';

export type StoreAddress = { readonly kind: 'socket'; readonly path: string } | Loopback;

export const usualReach: Reach = process.platform === 'win32' ? 'loopback' : 'socket';

/** Where the store of a folder listens, the same for every process. */
export function addressOf(home: string): StoreAddress {
  return readLoopback(home) ?? { kind: 'socket', path: socketPath(home) };
}

/** What the driver connects to. It looks every second whether the store is there: after an end it is soon back. */
export function uriOf(address: StoreAddress): string {
  const options = new URLSearchParams({
    directConnection: 'true',
    retryWrites: 'false',
    heartbeatFrequencyMS: '1000',
    connectTimeoutMS: '10000',
    socketTimeoutMS: '60000',
  });
  if (address.kind === 'socket') return `mongodb://${encodeURIComponent(address.path)}/pegel?${options}`;
  options.set('authMechanism', 'SCRAM-SHA-256');
  options.set('authSource', 'admin');
  return `mongodb://store:${address.password}@127.0.0.1:${address.port}/pegel?${options}`;
}
