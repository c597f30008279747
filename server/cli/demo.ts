import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { destination, pino } from 'pino';
import { compose, type Pegel } from '../compose.ts';
import { type Config, type Environment, readConfig } from '../config.ts';
import { Refusal } from '../refusal.ts';
import { demoAccount } from './demo/officer-session.ts';
import { type Populated, populate } from './demo/populate.ts';
import { scoresTable } from './demo/scores-table.ts';

export interface DemoOptions {
  readonly environment: Environment;
  /** Where messages go, line by line. */
  print(line: string): void;
  readonly now?: () => Date;
}

const demoFolder = './data-demo';
/** In the demo's folder: where it runs. */
const addressFile = 'address';

/** The demo has its own folder and outbox: of the settings it takes address, port and time zone alone. */
function demoConfig(environment: Environment): Config {
  const taken = ['PORT', 'PEGEL_HOST', 'PEGEL_TIMEZONE'] as const;
  const settings = taken.map((name) => [name, environment[name]]);
  return readConfig({ ...Object.fromEntries(settings), PEGEL_DATA: demoFolder });
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

function said(populated: Populated, config: Config): readonly string[] {
  const { results, openLinks } = populated;
  return [
    '',
    ...scoresTable(results),
    '',
    results.finding.heading.de,
    '',
    `Ansehen:   ${config.url}`,
    `Konto:     ${demoAccount.email}`,
    `Passwort:  ${demoAccount.password}`,
    ...openLinks.map(({ office, link }) => `Antworten als ${office}: ${link}`),
    '',
    'Beenden mit Strg-C. Der nächste Start beginnt von vorn.',
  ];
}

/**
 * Starts Pegel on an empty folder of its own and lets Musterstadt answer through the HTTP interface. The Pegel stays
 * up; the caller stops it.
 */
export async function runDemo({ environment, print, now = () => new Date() }: DemoOptions): Promise<Pegel> {
  const config = demoConfig(environment);
  await emptyFolder(config);
  print(`Demo: Musterstadt, Daten in ${config.dataFolder} (werden bei jedem Start neu angelegt)`);
  const pegel = await compose(config, { now, log: pino({ level: 'warn' }, destination(2)) });
  try {
    const { url } = await pegel.listen();
    await writeFile(join(config.dataFolder, addressFile), url);
    const { setupLink, tick } = pegel;
    const population = { url, setupLink: setupLink ?? '', now, tick, progress: print };
    for (const line of said(await populate(population), config)) print(line);
    return pegel;
  } catch (fault) {
    await pegel.stop();
    throw fault;
  }
}
