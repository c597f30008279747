import type { Connection } from 'mongoose';
import { makeClustered } from '../clustered.ts';
import type { Migration } from './migration.ts';

/** MongoDB kept anonymous answers in the order in which they came. */
export const anonymousAnswersByKey: Migration = {
  number: 4,
  name: 'anonymous answers by key',
  run: (connection: Connection) => makeClustered(connection),
};
