import type { Config } from '../config.ts';
import { readMailPause } from '../mail/mail-pause.ts';
import type { Store } from '../store/connect.ts';
import { readSchemaVersion, schemaVersion } from '../store/migrations/schema-version.ts';
import { hostsOf, readStoreFigures } from '../store/store-facts.ts';
import type { Stores } from '../stores.ts';
import type { OpenStore } from './read-report.ts';

/** An open database as the report asks it. */
export function openStoreOf(
  { store, stores, config }: { store: Store; stores: Stores; config: Config },
  fingerprint: string | null,
): OpenStore {
  const pause = { pauses: stores.mailPauses, store: stores.outbox, wake: () => {} };
  return {
    backups: stores.backups,
    mailPause: () => readMailPause(pause),
    mailCounts: () => stores.outbox.count(null),
    async storeFacts() {
      const [figures, data, known] = await Promise.all([
        readStoreFigures(store.connection),
        readSchemaVersion(store.connection),
        stores.settings.readFingerprint(),
      ]);
      return {
        kind: store.kind,
        place: config.mongodbUri === null ? config.dataFolder : hostsOf(config.mongodbUri),
        ...figures,
        schema: { data, program: schemaVersion },
        secretFits: fingerprint === null || known === null || known === fingerprint,
        hasWaves: (figures.documents['waves'] ?? 0) > 0,
      };
    },
  };
}
