import { join } from 'node:path';
import { compose, type Pegel } from '../compose.ts';
import { type Config, readConfig } from '../config.ts';
import { secretFile } from '../secret.ts';
import { type Command, type CommandWorld, untilStopped } from './command.ts';
import { readOptions } from './options.ts';

export const start: Command = {
  async run(args, world) {
    readOptions(args, {});
    const config = readConfig(world.env);
    const pegel = await compose(config);
    try {
      await pegel.listen();
      announce(pegel, config, world);
      await untilStopped(world.stop);
    } finally {
      await pegel.stop();
    }
  },
};

function announce(
  { setupLink, storeKind }: Pegel,
  config: Config,
  { json, language, print }: CommandWorld,
): void {
  const data = storeKind === 'embedded' ? config.dataFolder : `${config.dataFolder} · MongoDB`;
  const outbox =
    config.smtpUrl === null ? join(config.dataFolder, 'outbox') : `SMTP ${new URL(config.smtpUrl).host}`;
  const secret = config.secret === null ? secretFile(config.dataFolder) : 'PEGEL_SECRET';
  if (json) {
    print(JSON.stringify({ url: config.url, data, outbox, secret, setupLink }));
    return;
  }
  const words =
    language === 'de'
      ? {
          runs: 'Pegel läuft auf',
          data: 'Daten',
          outbox: 'Postausgang',
          secret: 'Geheimnis',
          setup: 'Einmal einrichten',
        }
      : { runs: 'Pegel runs at', data: 'data', outbox: 'outbox', secret: 'secret', setup: 'Set up once' };
  print(
    `${words.runs} ${config.url} · ${words.data}: ${data} · ${words.outbox}: ${outbox} · ${words.secret}: ${secret}`,
  );
  if (setupLink !== null) print(`${words.setup}: ${setupLink}`);
}
