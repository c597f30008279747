import { accessSync, chmodSync, constants, existsSync, mkdirSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreUnusable } from './store-unusable.ts';

/** Makes a folder and those above it. (Node's own recursive way never ends below /proc.) */
export function makeFolder(path: string): void {
  if (!existsSync(dirname(path))) makeFolder(dirname(path));
  mkdirUnlessThere(path);
}

function mkdirUnlessThere(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  mkdirSync(path, { mode: 0o700 });
}

/** Makes the folder of a store, for its owner alone, on a disk that keeps LMDB's promises. */
export function claimFolder(home: string): void {
  try {
    makeFolder(home);
    chmodSync(home, 0o700);
    accessSync(home, constants.W_OK);
  } catch (error) {
    throw new StoreUnusable('not-writable', {
      de: `Der Datenordner ${home} ist nicht beschreibbar. Geben Sie dem Benutzer von Pegel Schreibrechte, oder wählen Sie mit PEGEL_DATA einen anderen Ordner. (${String(error)})`,
      en: `The data folder ${home} is not writable. Give the user of Pegel the right to write, or choose another folder with PEGEL_DATA. (${String(error)})`,
    });
  }
  const network = networkFileSystem(statfsSync(home).type);
  if (network === null) return;
  throw new StoreUnusable('network-disk', {
    de: `Der Datenordner ${home} liegt auf einem Netzlaufwerk (${network}). Dort kann die Datenbank beschädigt werden. Wählen Sie mit PEGEL_DATA einen Ordner auf einer lokalen Platte, oder setzen Sie MONGODB_URI.`,
    en: `The data folder ${home} is on a network share (${network}). The database could be damaged there. Choose a folder on a local disk with PEGEL_DATA, or set MONGODB_URI.`,
  });
}

/** File systems without the memory maps and locks that LMDB needs, by `f_type` of statfs(2). */
const networkTypes: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x01021997, '9p'],
  [0x564c, 'NCP'],
  [0x5346414f, 'AFS'],
  [0x00c36400, 'Ceph'],
  [0x73757245, 'Coda'],
  [0x65735546, 'FUSE'],
  [0x0bd00bd0, 'Lustre'],
  [0x01161970, 'GFS2'],
  [0x47504653, 'GPFS'],
]);

/** The name of a network file system; null for a local one. Some kernels give the number with its sign. */
export function networkFileSystem(type: number): string | null {
  return networkTypes.get(type >>> 0) ?? null;
}
