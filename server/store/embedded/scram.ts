import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';

const iterations = 4_096;

/** What the server keeps of a password (RFC 5802). */
export type ScramKeys = { readonly salt: Buffer; readonly stored: Buffer; readonly server: Buffer };

const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest();
const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest();

export function scramKeys(password: string): ScramKeys {
  const salt = randomBytes(24);
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  return { salt, stored: hash(hmac(salted, 'Client Key')), server: hmac(salted, 'Server Key') };
}

/** The server's side of one SCRAM-SHA-256 conversation (RFC 7677), without channel binding. */
export class ScramConversation {
  readonly #keys: ScramKeys;
  readonly #clientFirst: string;
  readonly #nonce: string;

  /** @throws Error when the client's first message is none */
  constructor(keys: ScramKeys, message: string) {
    const bare = /^n,[^,]*,(n=[^,]+,r=([^,]+))$/.exec(message);
    if (bare?.[1] === undefined || bare[2] === undefined) throw new Error('not a first SCRAM message');
    this.#keys = keys;
    this.#clientFirst = bare[1];
    this.#nonce = bare[2] + randomBytes(24).toString('base64');
  }

  get challenge(): string {
    return `r=${this.#nonce},s=${this.#keys.salt.toString('base64')},i=${iterations}`;
  }

  /** The proof that this server knows the password too; null when the client has not shown that it does. */
  answer(message: string): string | null {
    const [, withoutProof, nonce, proof] = /^(c=biws,r=([^,]+)),p=([^,]+)$/.exec(message) ?? [];
    if (withoutProof === undefined || nonce !== this.#nonce) return null;
    const said = [this.#clientFirst, this.challenge, withoutProof].join(',');
    const signature = hmac(this.#keys.stored, said);
    const given = Buffer.from(proof ?? '', 'base64');
    if (given.length !== signature.length) return null;
    const clientKey = Buffer.from(given.map((byte, at) => byte ^ (signature[at] ?? 0)));
    if (!timingSafeEqual(hash(clientKey), this.#keys.stored)) return null;
    return `v=${hmac(this.#keys.server, said).toString('base64')}`;
  }
}
