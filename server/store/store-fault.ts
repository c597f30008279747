import type { Text } from '../../surveys/plan/plan.ts';
import { StoreUnusable } from './embedded/store-unusable.ts';

const goneNames =
  /^(MongoNetwork|MongoServerSelection|MongooseServerSelection|MongoNotConnected|MongoTopology|MongoPool|PoolCleared|WaitQueueTimeout)/;
/** A MongoDB that shuts down or gives its part to another member. */
const goneCodes: readonly unknown[] = [6, 89, 91, 189, 10_107, 11_600, 11_602, 13_435, 13_436];
/** A connection that ends while the driver writes on it; the driver passes the error of the system on as it is. */
const brokenPipe = 'EPIPE';
/** Of the embedded store and of MongoDB. */
const outOfDiskSpace = 14_031;

/** What to tell when the database cannot do its work right now; null for any other error. */
export function storeFaultOf(error: Error): Text | null {
  if (error instanceof StoreUnusable) return error.sentences;
  const code: unknown = Reflect.get(error, 'code');
  if (code === outOfDiskSpace) return texts.full;
  const isSaid = error.name === 'MongoServerError' && goneCodes.includes(code);
  return isSaid || code === brokenPipe || goneNames.test(error.name) ? texts.gone : null;
}

const texts = {
  gone: {
    de: 'Die Datenbank ist gerade nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.',
    en: 'The database cannot be reached right now. Please try again in a moment.',
  },
  full: {
    de: 'Der Server kann nichts mehr speichern: Es ist kein Platz frei, oder die Platte hat einen Fehler. Bitte sagen Sie der IT Bescheid und versuchen Sie es danach noch einmal.',
    en: 'The server cannot save anything: there is no free space, or the disk has a fault. Please tell the IT department and try again afterwards.',
  },
} as const satisfies Record<string, Text>;
