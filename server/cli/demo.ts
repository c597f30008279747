import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { destination, pino } from 'pino';
import type { Language, Text } from '../../surveys/plan/plan.ts';
import { compose, type Pegel } from '../compose.ts';
import { type Config, readConfig } from '../config.ts';
import { Refusal } from '../refusal.ts';
import type { Environment } from '../setting.ts';
import { demoAccount } from './demo/officer-session.ts';
import { type Populated, populate } from './demo/populate.ts';
import { scoresTable } from './demo/scores-table.ts';

export interface DemoOptions {
  readonly environment: Environment;
  readonly language: Language;
  /** Aborted: the demo stops, also half-way. */
  readonly stop: AbortSignal;
  /** Where messages go, line by line. */
  print(line: string): void;
  readonly now?: () => Date;
  /** Made anew at every start. */
  readonly folder?: string;
}

const demoFolder = './data-demo';
/** In the demo's folder: where it runs. */
const addressFile = 'address';

/** The demo has its own folder and outbox: of the settings it takes address, port and time zone alone. */
function demoConfig(environment: Environment, folder: string): Config {
  const taken = ['PORT', 'PEGEL_HOST', 'PEGEL_TIMEZONE'] as const;
  const settings = taken.map((name) => [name, environment[name]]);
  return readConfig({ ...Object.fromEntries(settings), PEGEL_DATA: folder });
}

function alreadyRunning(url: string): Refusal {
  return new Refusal('conflict', {
    de: `Die Demo läuft schon: ${url}. Beenden Sie sie zuerst, denn jeder Start legt ihre Daten neu an.`,
    en: `The demo is running already: ${url}. Stop it first, since every start makes its data anew.`,
  });
}

/** A demo that runs keeps its folder; what an ended one left behind is removed. */
async function emptyFolder(config: Config): Promise<void> {
  const address = await readFile(join(config.dataFolder, addressFile), 'utf8').catch(() => null);
  if (address !== null) {
    const answer = await fetch(`${address}/api/health`).catch(() => null);
    if (answer?.ok) throw alreadyRunning(address);
  }
  await rm(config.dataFolder, { recursive: true, force: true });
}

const words = {
  de: {
    start: (folder: string) => `Demo: Musterstadt, Daten in ${folder} (werden bei jedem Start neu angelegt)`,
    look: 'Ansehen: ',
    account: 'Konto:   ',
    password: 'Passwort:',
    answer: (office: string) => `Antworten als ${office}:`,
    end: 'Beenden mit Strg-C. Der nächste Start beginnt von vorn.',
  },
  en: {
    start: (folder: string) => `Demo: Musterstadt, data in ${folder} (made anew at every start)`,
    look: 'Look at:  ',
    account: 'Account:  ',
    password: 'Password: ',
    answer: (office: string) => `Answer as ${office}:`,
    end: 'Stop with Ctrl-C. The next start begins from scratch.',
  },
} as const satisfies Record<Language, unknown>;

function said({ results, openLinks }: Populated, url: string, language: Language): readonly string[] {
  const { look, account, password, answer, end } = words[language];
  return [
    '',
    ...scoresTable(results, language),
    '',
    results.finding.heading[language],
    '',
    `${look} ${url}`,
    `${account} ${demoAccount.email}`,
    `${password} ${demoAccount.password}`,
    ...openLinks.map(({ office, link }) => `${answer(office)} ${link}`),
    '',
    end,
  ];
}

const yearMs = 364 * 86_400_000;

/** The clock of the demo: a year behind until the year has passed. */
function clockOf(now: () => Date) {
  let behind = yearMs;
  return {
    now: () => new Date(now().getTime() - behind),
    passYear: () => {
      behind = 0;
    },
  };
}

/**
 * Starts Pegel on an empty folder of its own and lets Musterstadt answer through the HTTP interface. The Pegel stays
 * up and the caller stops it; null: it was asked to stop before it was ready, and has.
 */
export async function runDemo(options: DemoOptions): Promise<Pegel | null> {
  const { environment, language, print, stop, folder = demoFolder, now = () => new Date() } = options;
  const config = demoConfig(environment, folder);
  await emptyFolder(config);
  print(words[language].start(config.dataFolder));
  const clock = clockOf(now);
  const log = pino({ level: 'warn' }, destination(2));
  const pegel = await compose(config, { now: clock.now, log });
  try {
    const { url } = await pegel.listen();
    await writeFile(join(config.dataFolder, addressFile), url);
    const { setupLink, tick } = pegel;
    const progress = (line: Text) => print(line[language]);
    const population = { ...clock, url, setupLink: setupLink ?? '', tick, progress, stop };
    for (const line of said(await populate(population), config.url, language)) print(line);
    return pegel;
  } catch (fault) {
    await pegel.stop();
    if (stop.aborted) return null;
    throw fault;
  }
}
