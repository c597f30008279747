import type { Connection } from 'mongoose';

/** One step from a schema to the next. Run twice, or again after an end in the middle, it does the same as once. */
export interface Migration {
  /** The schema it leads to. */
  readonly number: number;
  readonly name: string;
  run(connection: Connection): Promise<void>;
}
