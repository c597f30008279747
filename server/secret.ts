import { hkdfSync, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from './store/embedded/store-folder.ts';

/** What a key is for; a key of one purpose says nothing about another. */
export type Purpose = 'link' | 'session' | 'bounce' | 'fingerprint' | 'setup';

/** 32 bytes by HKDF-SHA256. */
export function subkey(secret: Buffer, purpose: Purpose): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'pegel', purpose, 32));
}

/** The file in the data folder that holds the secret. */
export function secretFile(dataFolder: string): string {
  return join(dataFolder, 'secret');
}

/** The data folder, readable by its owner alone. */
export async function makeDataFolder(dataFolder: string): Promise<void> {
  makeFolder(dataFolder);
  await chmod(dataFolder, 0o700);
}

/** The given secret, else the one in the data folder; made there at first start. */
export async function readSecret({
  dataFolder,
  given,
}: {
  dataFolder: string;
  given: Buffer | null;
}): Promise<Buffer> {
  if (given) return given;
  const file = secretFile(dataFolder);
  if (!existsSync(file)) await makeSecret(file);
  const secret = Buffer.from((await readFile(file, 'utf8')).trim(), 'base64url');
  if (secret.length < 32) throw new Error(`${file} does not hold a secret of 32 bytes`);
  return secret;
}

/** Complete before it has its name, so that two first starts at once agree on one. */
async function makeSecret(file: string): Promise<void> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  try {
    await link(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    await rm(draft);
  }
}
