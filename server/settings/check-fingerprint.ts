import { Refusal } from '../refusal.ts';
import type { SettingsStore } from './settings-store.ts';

/**
 * Keeps an instance with another secret from sending links that nobody else accepts.
 *
 * @param key the subkey `fingerprint` of the secret
 * @throws Refusal `conflict` when the database belongs to another secret
 */
export async function checkFingerprint(store: SettingsStore, key: Buffer): Promise<void> {
  const own = key.toString('base64url');
  if ((await store.firstFingerprint(own)) === own) return;
  throw new Refusal('conflict', {
    de: 'Diese Datenbank gehört zu einem anderen Geheimnis (PEGEL_SECRET oder die Datei „secret“ im Datenordner). Verschickte Links würden nicht mehr gelten.',
    en: 'This database belongs to another secret (PEGEL_SECRET or the file “secret” in the data folder). Links already sent would stop working.',
  });
}
