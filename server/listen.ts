import { createServer } from 'node:http';
import type { Express } from 'express';
import { Refusal } from './refusal.ts';

const graceMs = 5_000;

/** Opens and closes the port; closing lets requests under way finish, for a while. */
export function listenOn(app: Express, { host, port }: { host: string; port: number }) {
  const server = createServer(app);
  return {
    open: () =>
      new Promise<{ url: string }>((resolve, reject) => {
        server.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(error, { host, port })));
        server.listen(port, host, () => resolve({ url: addressOf(server.address(), host) }));
      }),
    close: () =>
      new Promise<void>((resolve) => {
        if (!server.listening) return resolve();
        const giveUp = setTimeout(() => server.closeAllConnections(), graceMs);
        server.close(() => {
          clearTimeout(giveUp);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

function addressOf(address: ReturnType<ReturnType<typeof createServer>['address']>, host: string): string {
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function cannotListen(error: NodeJS.ErrnoException, { host, port }: { host: string; port: number }): Error {
  if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES' && error.code !== 'EADDRNOTAVAIL') return error;
  return new Refusal('conflict', {
    de: `Pegel kann ${host}:${port} nicht öffnen (${error.code}). Ein anderer Port geht mit PORT=…`,
    en: `Pegel cannot open ${host}:${port} (${error.code}). Choose another port with PORT=…`,
  });
}
