import { randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import { openLink } from '../../server/invitations/open-link.ts';
import { loadCatalog } from '../../server/questionnaires/catalog.ts';
import { catalogFolder } from '../../server/questionnaires/catalog-folder.ts';
import type { ResponsesDeps } from '../../server/responses/responses-deps.ts';
import { readSecret, subkey } from '../../server/secret.ts';
import { createStores } from '../../server/stores.ts';
import type { StartedPegel } from '../harness/start-pegel.ts';
import { givenSecret } from '../harness/test-database.ts';

/** What the answering room works with, beside a running Pegel on the same database, so that a step can be stopped. */
export async function answeringDeps(
  { folder, clock }: StartedPegel,
  connection: Connection,
): Promise<ResponsesDeps> {
  const stores = createStores(connection);
  const { invitations, settings } = stores;
  const linking = {
    store: invitations,
    key: subkey(await readSecret({ dataFolder: folder, given: givenSecret }), 'link'),
    findWave: stores.waves.find,
    readCity: settings.readCity,
    wasHandedOver: stores.contactChanges.wasHandedOver,
  };
  return {
    store: stores.responses,
    anonymous: stores.anonymousAnswers,
    now: clock.now,
    timeZone: 'Europe/Berlin',
    catalog: await loadCatalog(catalogFolder()),
    openLink: (link) => openLink(linking, link),
    findWave: stores.waves.find,
    findInvitation: invitations.find,
    markSeen: invitations.markSeen,
    newKey: () => randomBytes(24).toString('hex'),
    sealInvitation: invitations.seal,
    forgetKey: invitations.forgetKey,
    unseal: invitations.unseal,
    readCity: settings.readCity,
    recordScore: async () => undefined,
  };
}
