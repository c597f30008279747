import type { Express, Router } from 'express';
import type { Logger } from 'pino';
import { makeSetupLink } from './accounts/make-setup-link.ts';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { type ConsoleRooms, consoleRooms } from './console-rooms.ts';
import type { Ground } from './ground.ts';
import { httpRoutes } from './http/http.routes.ts';
import type { AnsweredRequest } from './http/request-log.ts';
import { sessions } from './http/sessions.ts';
import { inTime } from './in-time.ts';
import { createDuty } from './jobs/duty.ts';
import type { Job } from './jobs/job.ts';
import { createJobRecord } from './jobs/job-record.ts';
import { createTicker } from './jobs/ticker.ts';
import { listenOn } from './listen.ts';
import { createLog } from './log.ts';
import { chooseTransport } from './mail/choose-transport.ts';
import { operations } from './operations.ts';
import { operatorRooms } from './operator-rooms.ts';
import { clientFolder, programVersion } from './paths.ts';
import { type Catalog, loadCatalog } from './questionnaires/catalog.ts';
import { catalogFolder } from './questionnaires/catalog-folder.ts';
import { makeDataFolder, readSecret, subkey } from './secret.ts';
import { checkFingerprint } from './settings/check-fingerprint.ts';
import { connectStore, type Store } from './store/connect.ts';
import { prepareDatabase } from './store/prepare-database.ts';
import { createStores } from './stores.ts';
import { waveRooms } from './wave-rooms.ts';

/** A database that is away does not keep a program from ending. */
const farewellMs = 5_000;

/** A Pegel put together; it takes no requests before `listen`. */
export interface Pegel {
  readonly app: Express;
  readonly jobs: readonly Job[];
  /** One-time link for the first account; null when there is one. */
  readonly setupLink: string | null;
  readonly storeKind: Store['kind'];
  /** Opens the port and starts looking for due work. */
  listen(): Promise<{ url: string }>;
  /** Does all due work now. */
  tick(): Promise<void>;
  /** Resolves when what goes on beside the jobs is done. */
  settled(): Promise<void>;
  /** Finishes what is under way, then lets go of port, mail server and store. */
  stop(): Promise<void>;
}

export interface Surroundings {
  /** Where the questionnaires lie; absent: the built-in ones. */
  readonly catalogFolder?: string | undefined;
  readonly now?: () => Date;
  readonly log?: Logger;
  /** False: due work waits for `tick` and for wakes. */
  readonly schedule?: boolean;
}

/** Config → store → rooms → app and jobs. */
export async function compose(config: Config, surroundings: Surroundings = {}): Promise<Pegel> {
  await makeDataFolder(config.dataFolder);
  const secret = await readSecret({ dataFolder: config.dataFolder, given: config.secret });
  const catalog = loadCatalog(surroundings.catalogFolder ?? catalogFolder());
  catalog.catch(() => {});
  const store = await connectStore(config);
  try {
    return await composeOn({ config, secret, store, catalog: await catalog, surroundings });
  } catch (error) {
    await store.close();
    throw error;
  }
}

interface Foundations {
  readonly config: Config;
  readonly secret: Buffer;
  readonly store: Store;
  readonly catalog: Catalog;
  readonly surroundings: Surroundings;
}

async function composeOn({ config, secret, store, catalog, surroundings }: Foundations): Promise<Pegel> {
  const { now = () => new Date(), log = createLog(config.logLevel), schedule = true } = surroundings;
  const stores = createStores(store.connection);
  await prepareDatabase(store.connection, {
    leases: stores.leases,
    now,
    say: ({ number, name }) => log.info({ schema: number, name }, 'migrating'),
  });
  await checkFingerprint(stores.settings, subkey(secret, 'fingerprint'));
  const transport = chooseTransport(config);
  const stopping = new AbortController();
  const wake = () => ticker.wake();
  const ground = { config, version: programVersion(), storeKind: store.kind, secret, catalog, now, wake };
  const console = consoleRooms(ground, stores, transport);
  const waves = waveRooms(ground, stores, { transport, signal: stopping.signal });
  const record = createJobRecord();
  const around = { store, transport, record, log, signal: stopping.signal };
  const operator = operatorRooms(ground, stores, around);
  const jobs = [...console.jobs, ...waves.jobs, ...operator.jobs];
  const duty = createDuty({ leases: stores.leases, now });
  const ticker = createTicker({ jobs, now, log, record, isOnDuty: duty.isMine });
  const routers = [...console.routers, ...waves.routers, ...operator.routers];
  const app = appOf({ ground, store, console, log, routers, observe: operator.metrics.observe });
  const listener = listenOn(app, config);
  const setupLink = await makeSetupLink({ ...stores, url: config.url });
  return {
    app,
    jobs,
    storeKind: store.kind,
    setupLink: setupLink.url,
    listen: async () => {
      const address = await listener.open();
      log.info({ version: ground.version, store: store.kind, url: config.url }, 'started');
      if (schedule) ticker.start();
      return address;
    },
    tick: ticker.tickNow,
    settled: operator.settled,
    async stop() {
      log.info('stopping');
      stopping.abort();
      await listener.close();
      await ticker.stop();
      await operator.settled();
      await inTime(Promise.all([duty.end(), setupLink.end()]), farewellMs);
      await transport.close();
      await store.close();
    },
  };
}

interface AppParts {
  readonly ground: Ground;
  readonly store: Store;
  readonly console: ConsoleRooms;
  readonly log: Logger;
  readonly routers: readonly Router[];
  readonly observe: (request: AnsweredRequest) => void;
}

function appOf({ ground, store, console, log, routers, observe }: AppParts): Express {
  const { config, version, secret } = ground;
  return createApp({
    config,
    log,
    operations,
    observe,
    routers: [httpRoutes({ operations, version, url: config.url }), ...routers],
    sessions: sessions({
      client: store.connection.getClient(),
      key: subkey(secret, 'session'),
      url: config.url,
    }),
    officers: console.officers,
    rateLimits: console.rateLimits,
    clientFolder,
  });
}
