import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../surveys/plan/plan.ts';
import { type Config, readConfig } from '../config.ts';
import { openStoreOf } from '../health/open-store.ts';
import { readReport } from '../health/read-report.ts';
import type { Report, StoreTrouble } from '../health/report.ts';
import { reportDocument } from '../health/report-document.ts';
import { refusalOf } from '../http/problem-document.ts';
import { chooseTransport } from '../mail/choose-transport.ts';
import { programVersion } from '../paths.ts';
import { Refusal } from '../refusal.ts';
import { secretFile, subkey } from '../secret.ts';
import { connectStore } from '../store/connect.ts';
import { hostsOf } from '../store/store-facts.ts';
import { createStores } from '../stores.ts';
import type { Command } from './command.ts';
import { reportLines } from './doctor/report-lines.ts';
import { readOptions } from './options.ts';

/** Looks at everything about an installation and says what is wrong; changes nothing. */
export const doctor: Command = {
  help: {
    de: `Sagt, welche Datenbank, wie groß, wie voll, letzte Sicherung, Schema, Stand der Post, Uhr, und was nicht stimmt.

  --smtp   fragt auch den Postserver, ob er uns annimmt; sendet nichts
  --json   ein JSON-Dokument

Läuft auch neben einem Server und ändert nichts. Endet mit 1, wenn etwas nicht stimmt; Hinweise allein zählen nicht.`,
    en: `Says which database, how large, how full, last backup, schema, state of mail, clock, and what is wrong.

  --smtp   also asks the mail server whether it takes us; sends nothing
  --json   one JSON document

Works beside a running server and changes nothing. Ends with 1 when something is wrong; warnings alone do not count.`,
  },
  async run(args, world) {
    const options = readOptions(args, { smtp: 'flag' });
    const config = readConfig(world.env);
    const report = await examine(config, { smtp: options.flag('smtp') });
    if (world.json) world.print(JSON.stringify(reportDocument(report), null, 2));
    else for (const line of reportLines(report, world.language)) world.print(line);
    const wrong = report.findings.filter(({ severity }) => severity === 'problem');
    if (wrong.length > 0) throw somethingIsWrong(wrong.length);
  },
};

async function examine(config: Config, { smtp }: { smtp: boolean }): Promise<Report> {
  const transport = chooseTransport(config);
  const own = config.secret === null ? secretFile(config.dataFolder) : null;
  const deps = {
    ...{ config, transport, secretFile: own },
    version: programVersion(),
    now: () => new Date(),
    jobs: () => new Map(),
  };
  try {
    if (isUnused(config)) return await readReport({ ...deps, open: null, trouble: unused(config) }, { smtp });
    const store = await connectStore(config).catch((error: unknown) => troubleOf(config, error));
    if ('why' in store) return await readReport({ ...deps, open: null, trouble: store }, { smtp });
    try {
      const stores = createStores(store.connection);
      const open = openStoreOf({ store, stores, config }, fingerprintOf(config));
      return await readReport({ ...deps, open, trouble: null }, { smtp });
    } finally {
      await store.close();
    }
  } finally {
    await transport.close();
  }
}

const isUnused = ({ mongodbUri, dataFolder }: Config) =>
  mongodbUri === null && !existsSync(join(dataFolder, 'store.mdb'));

function unused({ dataFolder }: Config): StoreTrouble {
  return {
    ...{ state: 'none', kind: 'embedded', place: dataFolder },
    why: {
      de: `In ${dataFolder} liegt noch nichts. Stimmt PEGEL_DATA?`,
      en: `There is nothing in ${dataFolder} yet. Is PEGEL_DATA right?`,
    },
  };
}

function troubleOf(config: Config, error: unknown): StoreTrouble {
  const detail = refusalOf(error)?.detail ?? { de: String(error), en: String(error) };
  const isOwn = config.mongodbUri === null;
  return {
    state: 'down',
    kind: isOwn ? 'embedded' : 'mongodb',
    place: config.mongodbUri === null ? config.dataFolder : hostsOf(config.mongodbUri),
    why: detail,
  };
}

/** Of the secret as it is; null when there is none yet, which is not made here. */
function fingerprintOf({ secret, dataFolder }: Config): string | null {
  const file = secretFile(dataFolder);
  if (secret === null && !existsSync(file)) return null;
  const known = secret ?? Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
  return subkey(known, 'fingerprint').toString('base64url');
}

const words: Readonly<Record<Language, (count: number) => string>> = {
  de: (count) => (count === 1 ? 'Eines davon braucht Abhilfe.' : `${count} davon brauchen Abhilfe.`),
  en: (count) => (count === 1 ? 'One of these needs a remedy.' : `${count} of these need a remedy.`),
};

const somethingIsWrong = (count: number) =>
  new Refusal('conflict', { de: words.de(count), en: words.en(count) });
