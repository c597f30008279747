import mongoose from 'mongoose';
import { openEmbeddedStore } from './embedded/open-embedded-store.ts';

/** The database and the connection every room's store uses. */
export type Store = {
  connection: mongoose.Connection;
  kind: 'mongodb' | 'embedded';
  /** Whether another process of this machine serves the embedded store. */
  readonly shared: boolean;
  close(): Promise<void>;
};

export type StoreSettings = { mongodbUri: string | null; dataFolder: string };

/** How long a request waits for a database that is away: another member takes over, or the store starts again. */
const patienceMs = { mongodb: 10_000, embedded: 5_000 };

/** Connects to the MongoDB of `mongodbUri`, or starts (or joins) the embedded store in the data folder. */
export async function connectStore({ mongodbUri, dataFolder }: StoreSettings): Promise<Store> {
  if (mongodbUri !== null) {
    const connection = await connect(mongodbUri, patienceMs.mongodb);
    return { connection, kind: 'mongodb', shared: false, close: () => connection.close() };
  }
  const embedded = await openEmbeddedStore(dataFolder);
  try {
    const connection = await connect(embedded.uri, patienceMs.embedded);
    return {
      connection,
      kind: 'embedded',
      get shared() {
        return !embedded.owner;
      },
      close: async () => {
        await connection.close();
        await embedded.close();
      },
    };
  } catch (error) {
    await embedded.close();
    throw error;
  }
}

async function connect(uri: string, serverSelectionTimeoutMS: number): Promise<mongoose.Connection> {
  const connection = mongoose.createConnection(uri, {
    autoIndex: false,
    autoCreate: false,
    sanitizeFilter: true,
    serverSelectionTimeoutMS,
  });
  await connection.asPromise();
  return connection;
}
