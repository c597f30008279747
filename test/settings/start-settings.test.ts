import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { Refusal } from '../../server/refusal.ts';
import { makeDataFolder, readSecret, secretFile, subkey } from '../../server/secret.ts';
import type { Environment } from '../../server/setting.ts';

function badSettings(env: Environment): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof Refusal) return error.errors.map(({ pointer }) => pointer.slice(2));
    throw error;
  }
  return [];
}

describe('settings at start', () => {
  it('have a default each', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      url: 'http://localhost:3000',
      timeZone: 'Europe/Berlin',
      trustProxy: false,
      mongodbUri: null,
      smtpUrl: null,
    });
  });

  it('are all listed in one error when they are wrong', () => {
    const wrong = {
      PORT: '70000',
      PEGEL_URL: 'pegel.stadt.example',
      PEGEL_SECRET: 'kurz',
      PEGEL_TIMEZONE: 'Europa/Berlin',
      PEGEL_TRUST_PROXY: 'true',
      MONGODB_URI: 'postgres://x',
      SMTP_URL: 'mail.stadt.example',
      MAIL_FROM: 'a@b.example, c@d.example',
    };
    expect([...badSettings(wrong)].sort()).toEqual(Object.keys(wrong).sort());
  });

  it.each([
    ['a missing PEGEL_URL', { SMTP_URL: 'smtp://mail.stadt.example' }],
    ['a loopback PEGEL_URL', { SMTP_URL: 'smtp://mail.stadt.example', PEGEL_URL: 'http://localhost:3000' }],
    [
      'an address of this machine',
      { SMTP_URL: 'smtps://u:p@mail.stadt.example:465', PEGEL_URL: 'http://127.0.0.1:3000' },
    ],
  ])('refuse to mail links that nobody could open: %s', (_name, env) => {
    expect(badSettings(env)).toEqual(['PEGEL_URL']);
  });

  it('let mails go to this machine without an address', () => {
    expect(badSettings({ SMTP_URL: 'smtp://127.0.0.1:2525' })).toEqual([]);
    expect(
      badSettings({ SMTP_URL: 'smtp://mail.stadt.example', PEGEL_URL: 'https://pegel.stadt.example/' }),
    ).toEqual([]);
  });

  it('ask for a secret of 32 bytes with a database of its own', () => {
    const MONGODB_URI = 'mongodb://a.example,b.example/pegel?replicaSet=rs';
    expect(badSettings({ MONGODB_URI })).toEqual(['PEGEL_SECRET']);
    expect(badSettings({ MONGODB_URI, PEGEL_SECRET: 'x'.repeat(31) })).toContain('PEGEL_SECRET');
    expect(badSettings({ MONGODB_URI, PEGEL_SECRET: 'ä'.repeat(16) })).toEqual([]);
  });

  it('never repeat a value that may hold a password', () => {
    const env = {
      SMTP_URL: 'smpt://user:geheim@mail.example',
      MONGODB_URI: 'mongo://u:geheim@db',
      PEGEL_SECRET: 'geheim',
    };
    expect(() => readConfig(env)).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('geheim') }),
    );
    try {
      readConfig(env);
    } catch (error) {
      expect(JSON.stringify(error)).not.toContain('geheim');
    }
  });
});

describe('the secret', () => {
  it('is made once, readable by its owner alone', async () => {
    const folder = join(await mkdtemp(join(tmpdir(), 'pegel-')), 'data');
    await makeDataFolder(folder);
    const [one, two] = await Promise.all([1, 2].map(() => readSecret({ dataFolder: folder, given: null })));
    expect(one).toEqual(two);
    expect(one).toHaveLength(32);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(secretFile(folder))).mode & 0o777).toBe(0o600);
    await rm(folder, { recursive: true });
  });

  it('gives every purpose a key of its own', () => {
    const secret = Buffer.alloc(32, 7);
    const keys = (['link', 'session', 'bounce', 'fingerprint', 'setup'] as const).map((purpose) =>
      subkey(secret, purpose).toString('hex'),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});
