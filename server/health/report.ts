import type { Text } from '../../surveys/plan/plan.ts';

/** What was found of the installation; what could not be found out is null. */
export interface Facts {
  readonly version: string;
  readonly at: Date;
  readonly url: string;
  readonly trustsProxy: boolean;
  readonly timeZone: string;
  readonly dataFolder: {
    readonly path: string;
    readonly freeBytes: number | null;
    readonly mode: number | null;
  };
  readonly secretMode: number | null;
  readonly store: StoreFacts | StoreTrouble;
  readonly mail: MailFacts;
  readonly backups: BackupFacts | null;
  readonly jobs: readonly JobFacts[];
}

export interface StoreFacts {
  readonly state: 'up';
  readonly kind: 'embedded' | 'mongodb';
  /** Folder, or host without user and password. */
  readonly place: string;
  readonly sizeBytes: number;
  /** By collection. */
  readonly documents: Readonly<Record<string, number>>;
  readonly schema: { readonly data: number | null; readonly program: number };
  /** How far the clock of the database is ahead of this machine's, in milliseconds. */
  readonly clockAheadMs: number;
  /** Whether the secret of this installation is the one the database was made with. */
  readonly secretFits: boolean;
  readonly hasWaves: boolean;
}

export interface StoreTrouble {
  readonly state: 'down' | 'none';
  readonly kind: 'embedded' | 'mongodb';
  readonly place: string;
  readonly why: Text;
}

export interface MailFacts {
  readonly transport: 'smtp' | 'folder';
  readonly owed: number;
  readonly retrying: number;
  readonly refused: number;
  readonly pausedSince: Date | null;
  /** Null: not asked for. */
  readonly server: 'works' | { readonly error: string } | null;
}

export interface BackupFacts {
  readonly folder: string | null;
  readonly last: { readonly finishedAt: Date; readonly file: string; readonly bytes: number } | null;
  readonly failure: { readonly at: Date; readonly error: string } | null;
}

export interface JobFacts {
  readonly name: string;
  readonly lastSuccessAt: Date | null;
  readonly failingSince: Date | null;
}

export interface Finding {
  readonly id: string;
  readonly severity: 'warning' | 'problem';
  /** What is wrong and what to do. */
  readonly detail: Text;
}

export interface Report extends Facts {
  readonly findings: readonly Finding[];
}
