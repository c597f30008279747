import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Refusal } from '../refusal.ts';
import type { Store } from '../store/connect.ts';
import { withConsistentView } from '../store/consistent-view.ts';
import { readDatabase } from '../store/whole-database.ts';
import { type BackupHeader, ContentDigest, documentLineOf, formatVersion } from './backup-format.ts';
import type { BackupRecord, BackupsStore } from './backups-store.ts';

export interface BackupDeps {
  readonly store: Store;
  readonly backups: Pick<BackupsStore, 'keep'>;
  readonly now: () => Date;
  readonly version: string;
  readonly schemaVersion: () => Promise<number>;
}

export interface BackupCommand {
  readonly file: string;
  /** Whether a file of that name may be replaced. */
  readonly force: boolean;
  /** Told now and then how many documents are written. */
  readonly progress?: (documents: number) => void;
  readonly signal?: AbortSignal;
}

const linesPerProgress = 1_000;

/**
 * Writes everything into one file, while the server goes on. The file has its name once it is complete and on disk.
 *
 * @throws Refusal `conflict` when the file is there already
 */
export async function writeBackup(deps: BackupDeps, command: BackupCommand): Promise<BackupRecord> {
  const file = resolve(command.file);
  if (!command.force && existsSync(file)) throw fileIsThere(file);
  const startedAt = deps.now();
  const draft = join(dirname(file), `.${basename(file)}.part`);
  await mkdir(dirname(file), { recursive: true });
  try {
    const written = await withConsistentView(deps.store, dirname(file), async (view) => {
      const head = await headerOf(deps, startedAt, view.consistent);
      const digest = new ContentDigest();
      const lines = linesOf(head, readDatabase(view.connection, view.session), { ...command, digest });
      await pipeline(
        Readable.from(lines),
        createGzip({ level: 6 }),
        createWriteStream(draft, { mode: 0o600, flush: true }),
        command.signal === undefined ? {} : { signal: command.signal },
      );
      return { sha256: digest.sha256(), documents: digest.documents, consistent: view.consistent };
    });
    await rename(draft, file);
    await syncFolder(dirname(file));
    const { size } = await stat(file);
    const record = { file, bytes: size, startedAt, finishedAt: deps.now(), ...written };
    await deps.backups.keep(record);
    return record;
  } finally {
    await rm(draft, { force: true });
  }
}

async function headerOf(deps: BackupDeps, createdAt: Date, consistent: boolean): Promise<BackupHeader> {
  return {
    format: 'pegel-backup',
    version: formatVersion,
    createdAt: createdAt.toISOString(),
    pegel: deps.version,
    schema: await deps.schemaVersion(),
    consistent,
  };
}

async function* linesOf(
  head: BackupHeader,
  documents: ReturnType<typeof readDatabase>,
  { digest, progress }: Pick<BackupCommand, 'progress'> & { digest: ContentDigest },
): AsyncGenerator<string> {
  yield `${JSON.stringify(head)}\n`;
  let count = 0;
  for await (const document of documents) {
    digest.add(document);
    count += 1;
    if (count % linesPerProgress === 0) progress?.(count);
    yield `${documentLineOf(document)}\n`;
  }
  progress?.(count);
  yield `${JSON.stringify({ end: true, documents: digest.documents, sha256: digest.sha256() })}\n`;
}

/** The new name is on disk, too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const fileIsThere = (file: string) =>
  new Refusal('conflict', {
    de: `Die Datei ${file} gibt es schon. Nehmen Sie einen anderen Namen, oder ersetzen Sie sie mit --force.`,
    en: `The file ${file} is there already. Choose another name, or replace it with --force.`,
  });
