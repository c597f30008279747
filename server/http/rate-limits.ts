import { createHash } from 'node:crypto';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit, type Store } from 'express-rate-limit';
import { Refusal } from '../refusal.ts';
import type { RateLimitStore } from './rate-limit-store.ts';

export interface RateLimitDeps {
  readonly store: RateLimitStore;
  readonly now: () => Date;
}

interface Limit {
  readonly name: string;
  readonly most: number;
  readonly keyOf: (req: Request) => string;
}

const windowMs = 15 * 60_000;

/** Tells programs, too, how long to wait. */
function tooMany(res: Response, waitMs: number): Refusal {
  res.set('Retry-After', String(Math.max(1, Math.ceil(waitMs / 1000))));
  return new Refusal('too-many-requests', {
    de: 'Zu viele Versuche. Bitte warten Sie eine Viertelstunde.',
    en: 'Too many attempts. Please wait a quarter of an hour.',
  });
}

/** An address as the limits count it: an IPv6 subnet counts as one. */
export function addressOf(req: Request): string {
  return ipKeyGenerator(req.ip ?? '0.0.0.0');
}

/** Counts attempts before they are made; one that succeeds is taken back, so only failed ones add up. */
export interface AttemptLimits {
  readonly count: readonly RequestHandler[];
  forgive(req: Request): Promise<void>;
}

/** Few failed attempts for one account from one address, more for one address over all accounts. */
export function signInLimits(deps: RateLimitDeps): AttemptLimits {
  return attemptLimits(deps, [
    { name: 'sign-in', most: 10, keyOf: (req) => `${addressOf(req)} ${triedAccount(req)}` },
    { name: 'sign-in-address', most: 50, keyOf: addressOf },
  ]);
}

export function setupLimits(deps: RateLimitDeps): AttemptLimits {
  return attemptLimits(deps, [{ name: 'setup', most: 20, keyOf: addressOf }]);
}

/** Whoever asks for lost links: few mails for one address, more for a whole town hall behind one address. */
export function linkAgainLimits(deps: RateLimitDeps): AttemptLimits {
  return attemptLimits(deps, [
    { name: 'link-again', most: 5, keyOf: triedAccount },
    { name: 'link-again-address', most: 50, keyOf: addressOf },
  ]);
}

function triedAccount(req: Request): string {
  const body: unknown = req.body;
  const email: unknown = typeof body === 'object' && body !== null && 'email' in body ? body.email : '';
  return typeof email === 'string' ? email.slice(0, 254).normalize('NFC').trim().toLowerCase() : '';
}

function attemptLimits(deps: RateLimitDeps, limits: readonly Limit[]): AttemptLimits {
  return {
    count: limits.map((limit) => attemptLimit(deps, limit)),
    async forgive(req) {
      await Promise.all(limits.map(({ name, keyOf }) => deps.store.forgive(hashed(name, keyOf(req)))));
    },
  };
}

function attemptLimit({ store, now }: RateLimitDeps, { name, most, keyOf }: Limit): RequestHandler {
  return rateLimit({
    windowMs,
    limit: most,
    standardHeaders: false,
    legacyHeaders: false,
    keyGenerator: (req) => hashed(name, keyOf(req)),
    handler: (req, res, next) => next(tooMany(res, msUntilReset(req, now()))),
    store: sharedStore(store, now, name),
    validate: { xForwardedForHeader: false, forwardedHeader: false, keyGeneratorIpFallback: false },
  });
}

/** What the limiter noted at the request; the whole window when it noted nothing. */
function msUntilReset(req: Request, now: Date): number {
  const info: unknown = 'rateLimit' in req ? req.rateLimit : null;
  const reset = typeof info === 'object' && info !== null && 'resetTime' in info ? info.resetTime : null;
  return reset instanceof Date ? reset.getTime() - now.getTime() : windowMs;
}

function sharedStore(store: RateLimitStore, now: () => Date, prefix: string): Store {
  return {
    prefix,
    localKeys: false,
    async increment(key) {
      const { count, until } = await store.hit(key, now(), windowMs);
      return { totalHits: count, resetTime: until };
    },
    decrement: (key) => store.forgive(key),
    resetKey: (key) => store.forget(key),
  };
}

const hashed = (name: string, key: string) =>
  createHash('sha256').update(`${name} ${key}`).digest('base64url');

const mostBadLinks = 100;

/**
 * Slows down whoever guesses links (threats.md T3). Only wrong links count and only wrong links are throttled, so people behind
 * the same address keep working.
 */
export function badLinkLimit({ store, now }: RateLimitDeps): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (!(error instanceof Refusal) || error.kind !== 'unknown-link') return next(error);
    store.hit(hashed('link', addressOf(req)), now(), windowMs).then(({ count, until }) => {
      next(count > mostBadLinks ? tooMany(res, until.getTime() - now().getTime()) : error);
    }, next);
  };
}
