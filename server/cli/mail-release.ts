import { releaseMail } from '../mail/mail-pause.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';
import { withStores } from './with-stores.ts';

/** Lets mail go out again after a restore; a running server sends it. */
export const releaseMails: Command = {
  async run(args, world) {
    readOptions(args, {});
    const { owed } = await withStores(world, ({ mailPauses, outbox }) =>
      releaseMail({ pauses: mailPauses, store: outbox, wake: () => {} }),
    );
    world.print(
      world.json
        ? JSON.stringify({ owed })
        : world.language === 'de'
          ? `Der Versand ist freigegeben. ${owed} Nachrichten stehen aus.`
          : `Mail is released. ${owed} messages are owed.`,
    );
  },
};
