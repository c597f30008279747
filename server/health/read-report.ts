import { stat, statfs } from 'node:fs/promises';
import type { Text } from '../../surveys/plan/plan.ts';
import type { BackupsStore } from '../backup/backups-store.ts';
import type { Config } from '../config.ts';
import type { JobFate } from '../jobs/job-record.ts';
import type { MailPause } from '../mail/mail-pause.ts';
import type { MailTransport } from '../mail/transport.ts';
import { judgeFacts } from './judge-facts.ts';
import type { BackupFacts, Facts, MailFacts, Report, StoreFacts, StoreTrouble } from './report.ts';

export interface HealthDeps {
  readonly config: Config;
  readonly version: string;
  readonly now: () => Date;
  readonly transport: Pick<MailTransport, 'kind' | 'check'>;
  /** Path of the file with the secret; null when it is a setting. */
  readonly secretFile: string | null;
  /** Null when the database could not be opened; then `trouble` says why. */
  readonly open: OpenStore | null;
  readonly trouble: StoreTrouble | null;
  jobs(): ReadonlyMap<string, JobFate>;
}

/** What is asked of an open database. */
export interface OpenStore {
  readonly backups: Pick<BackupsStore, 'last' | 'lastFailure'>;
  storeFacts(): Promise<Omit<StoreFacts, 'state'>>;
  mailCounts(): Promise<{ readonly retrying: number; readonly refused: number }>;
  mailPause(): Promise<MailPause>;
}

/** Everything about this installation, and what is wrong with it. Changes nothing. */
export async function readReport(deps: HealthDeps, { smtp }: { smtp: boolean }): Promise<Report> {
  const { config, version, now } = deps;
  const store = await storeOf(deps);
  const facts: Facts = {
    version,
    at: now(),
    url: config.url,
    trustsProxy: config.trustProxy !== false,
    timeZone: config.timeZone,
    dataFolder: { path: config.dataFolder, ...(await folderOf(config.dataFolder)) },
    secretMode: deps.secretFile === null ? null : await modeOf(deps.secretFile),
    store,
    mail: await mailOf(deps, store.state === 'up', smtp),
    backups: store.state === 'up' ? await backupsOf(deps) : null,
    jobs: [...deps.jobs()].map(([name, { lastSuccessAt, failingSince }]) => ({
      ...{ name, lastSuccessAt, failingSince },
    })),
  };
  return { ...facts, findings: judgeFacts(facts) };
}

async function storeOf({ open, trouble, config }: HealthDeps): Promise<StoreFacts | StoreTrouble> {
  if (trouble !== null) return trouble;
  try {
    if (open !== null) return { state: 'up', ...(await open.storeFacts()) };
  } catch {
    // Said below: whatever the cause, the database does not do its work.
  }
  const kind = config.mongodbUri === null ? 'embedded' : 'mongodb';
  return { state: 'down', kind, place: config.dataFolder, why: unreachable };
}

const unreachable: Text = {
  de: 'Die Datenbank antwortet nicht. Bei MongoDB: Läuft sie, stimmt MONGODB_URI? Sonst steht die Ursache im Protokoll.',
  en: 'The database does not answer. With MongoDB: does it run, is MONGODB_URI right? Otherwise the cause is in the log.',
};

async function mailOf({ open, transport }: HealthDeps, isUp: boolean, smtp: boolean): Promise<MailFacts> {
  const server = smtp ? await serverOf(transport) : null;
  const none = { owed: 0, retrying: 0, refused: 0, pausedSince: null };
  if (open === null || !isUp) return { transport: transport.kind, ...none, server };
  const [{ retrying, refused }, { owed, pausedSince }] = await Promise.all([
    open.mailCounts(),
    open.mailPause(),
  ]);
  return { transport: transport.kind, owed, retrying, refused, pausedSince, server };
}

async function serverOf(transport: HealthDeps['transport']): Promise<MailFacts['server']> {
  try {
    await transport.check();
    return 'works';
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

async function backupsOf({ open, config }: HealthDeps): Promise<BackupFacts | null> {
  if (open === null) return null;
  const [last, failure] = await Promise.all([open.backups.last(), open.backups.lastFailure()]);
  return { folder: config.backups?.folder ?? null, last, failure };
}

async function folderOf(path: string) {
  const mode = await modeOf(path);
  const free = await statfs(path).catch(() => null);
  return { freeBytes: free === null ? null : free.bavail * free.bsize, mode };
}

async function modeOf(path: string): Promise<number | null> {
  const found = await stat(path).catch(() => null);
  return found === null ? null : found.mode & 0o777;
}
