import { hkdfSync, randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

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
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
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
  await writeFile(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' }).catch(
    ignoreExisting,
  );
  const secret = Buffer.from((await readFile(file, 'utf8')).trim(), 'base64url');
  if (secret.length < 32) throw new Error(`${file} does not hold a secret of 32 bytes`);
  return secret;
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
