import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import supertest, { type Test } from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { compose, type Pegel } from '../../server/compose.ts';
import { readConfig } from '../../server/config.ts';
import type { Environment } from '../../server/setting.ts';
import { freePort } from './free-port.ts';
import { databaseSettings, dropDatabase } from './test-database.ts';

export type Agent = TestAgent<Test>;

export interface Overrides {
  /** Settings beside port, address and data folder, as the environment gives them. */
  readonly env?: Environment;
  /** An earlier folder, to start again on the same data; it is kept at stop. */
  readonly folder?: string;
  /** True: due work is also looked for every two seconds, as in production. */
  readonly schedule?: boolean;
  readonly log?: Logger;
  readonly at?: Date;
  /** Where the questionnaires lie; absent: the built-in ones. */
  readonly catalogFolder?: string;
}

/** A settable clock. */
export interface Clock {
  now(): Date;
  set(instant: Date | string): void;
  /** Lets milliseconds pass. */
  pass(ms: number): void;
}

export interface StartedPegel {
  readonly pegel: Pegel;
  /** Without slash at the end. */
  readonly url: string;
  /** Nobody is signed in. */
  readonly agent: Agent;
  /** An agent that is signed in and sends the CSRF header; the first call sets Pegel up. */
  officer(): Promise<Agent>;
  readonly folder: string;
  readonly clock: Clock;
  stop(): Promise<void>;
}

/** The account that `officer()` makes. */
export const officerAccount = {
  city: 'Musterstadt',
  name: 'Digitalisierungsbeauftragte',
  phone: '0123 456-789',
  email: 'digital@musterstadt.example',
  password: 'fluss-und-pegel-27',
} as const;

function createClock(at: Date): Clock {
  let ms = at.getTime();
  return {
    now: () => new Date(ms),
    set(instant) {
      ms = new Date(instant).getTime();
    },
    pass(by) {
      ms += by;
    },
  };
}

/** Pegel as in production, on a free port, with the embedded store in a temporary folder. */
export async function startPegel(overrides: Overrides = {}): Promise<StartedPegel> {
  const folder = overrides.folder ?? (await mkdtemp(join(tmpdir(), 'pegel-')));
  const port = String(await freePort());
  const config = readConfig({
    PORT: port,
    PEGEL_DATA: folder,
    ...databaseSettings(folder),
    ...overrides.env,
  });
  const clock = createClock(overrides.at ?? new Date());
  const pegel = await compose(config, {
    now: clock.now,
    log: overrides.log ?? pino({ level: 'silent' }),
    schedule: overrides.schedule ?? false,
    catalogFolder: overrides.catalogFolder,
  });
  const { url } = await pegel.listen();
  return {
    pegel,
    url,
    folder,
    clock,
    agent: supertest.agent(url),
    officer: () => signedIn(pegel, url),
    async stop() {
      await pegel.stop();
      if (overrides.folder !== undefined) return;
      await dropDatabase(folder);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function signedIn({ setupLink }: Pegel, url: string): Promise<Agent> {
  const agent = supertest.agent(url);
  const { setUp } = (await agent.get('/api/session').expect(200)).body;
  const { email, password } = officerAccount;
  const session = setUp
    ? await agent.post('/api/session').send({ email, password }).expect(201)
    : await agent
        .post('/api/setup')
        .send({ ...officerAccount, token: setupLink?.split('/').at(-1) })
        .expect(201);
  agent.set('X-CSRF-Token', session.body.csrfToken);
  return agent;
}
