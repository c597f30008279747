import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreUnusable } from './store-unusable.ts';

const full = /ENOSPC|No space left|MDB_MAP_FULL|EFBIG|File too large/;
const ioError = /EIO|Input\/output error/;
const denied = /EACCES|EPERM|EROFS|Permission denied|Read-only file system|Operation not permitted/;
const broken = /MDB_(CORRUPTED|INVALID|PAGE_NOTFOUND|VERSION_MISMATCH|PANIC|BAD_\w+)|Invalid BSON/;
const hardlyFreeBytes = 1_000_000;

/** Whether a write failed for want of room; a write that ends half way, as the first one on a full disk, says only "I/O". */
export function cannotWrite(error: unknown): boolean {
  return full.test(String(error)) || ioError.test(String(error));
}

/** What an error of the disk or of LMDB means for somebody who starts the store; null for a fault of ours. */
export function unusableBy(error: unknown, file: string): StoreUnusable | null {
  if (error instanceof StoreUnusable) return error;
  const said = String(error);
  if (full.test(said) || (ioError.test(said) && hardlyFree(file))) return diskFull(file);
  if (denied.test(said)) return notWritable(file, said);
  return broken.test(said) || ioError.test(said) ? damaged(file, said) : null;
}

function hardlyFree(file: string): boolean {
  const { bavail, bsize } = statfsSync(dirname(file));
  return bavail * bsize < hardlyFreeBytes;
}

export function damaged(file: string, why: string): StoreUnusable {
  return new StoreUnusable('damaged', {
    de: `Die Datei ${file} ist beschädigt (${why}). Legen Sie sie beiseite und spielen Sie eine Sicherung ein: pegel restore <Sicherung>.`,
    en: `The file ${file} is damaged (${why}). Put it aside and restore a backup: pegel restore <backup>.`,
  });
}

function diskFull(file: string): StoreUnusable {
  return new StoreUnusable('disk-full', {
    de: `Für die Datei ${file} ist kein Speicherplatz mehr frei. Schaffen Sie Platz und starten Sie neu; gespeichert bleibt, was gespeichert war.`,
    en: `There is no free space left for the file ${file}. Make room and start again; what was saved stays saved.`,
  });
}

function notWritable(file: string, why: string): StoreUnusable {
  return new StoreUnusable('not-writable', {
    de: `Die Datei ${file} ist nicht beschreibbar. Geben Sie dem Benutzer von Pegel Schreibrechte. (${why})`,
    en: `The file ${file} is not writable. Give the user of Pegel the right to write. (${why})`,
  });
}
