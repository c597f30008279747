import type { Config } from './config.ts';
import type { Catalog } from './questionnaires/catalog.ts';

/** What all rooms stand on. */
export interface Ground {
  readonly config: Config;
  readonly version: string;
  readonly storeKind: 'mongodb' | 'embedded';
  readonly secret: Buffer;
  readonly catalog: Catalog;
  readonly now: () => Date;
  /** Lets the jobs look for due work now. */
  readonly wake: () => void;
}
