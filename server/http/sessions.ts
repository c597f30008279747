import MongoStore from 'connect-mongo';
import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import { sessionsCollection } from '../store/indexes.ts';

type Client = NonNullable<Parameters<typeof MongoStore.create>[0]['client']>;

const lifetimeHours = 8;

/** Cookies ignore ports: the name keeps several installations on one host apart. */
export function sessionCookie(url: string): string {
  const { port } = new URL(url);
  return port === '' ? 'pegel.sid' : `pegel.sid.${port}`;
}

/** Sessions in the database, so that they can be ended there and several instances share them. */
export function sessions({ client, key, url }: { client: Client; key: Buffer; url: string }): RequestHandler {
  const secure = url.startsWith('https:');
  return session({
    name: sessionCookie(url),
    secret: key.toString('base64url'),
    resave: false,
    saveUninitialized: false,
    rolling: true,
    proxy: secure,
    cookie: { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: lifetimeHours * 3_600_000 },
    store: MongoStore.create({
      client,
      collectionName: sessionsCollection,
      autoRemove: 'disabled',
      stringify: false,
      touchAfter: 60,
      ttl: lifetimeHours * 3_600,
    }),
  });
}

/** A fresh session id, so that an id planted before sign-in is worth nothing. */
export function regenerate(req: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    req.session.regenerate((error?: unknown) => (error ? reject(error) : resolve()));
  });
}

export function destroy(req: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    req.session.destroy((error?: unknown) => (error ? reject(error) : resolve()));
  });
}
