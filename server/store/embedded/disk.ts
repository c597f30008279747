import { type Database, open, type RootDatabase } from 'lmdb';
import { checkFile } from './check-file.ts';
import { StoreError } from './store-error.ts';

type Table = Database<Buffer, Buffer>;

/** The LMDB file: three tables, and writes that are on disk when their promise resolves. */
export class Disk {
  readonly file: string;
  readonly catalog: Table;
  readonly data: Table;
  readonly index: Table;
  readonly #root: RootDatabase<Buffer, Buffer>;
  readonly #onRollback: () => void;
  /** Something was undone: what is known of the file in memory is to be read again before the next job. */
  #isStale = false;
  #state: 'idle' | 'gathering' | 'committing' = 'idle';
  #group: { job: Job; outcome: Promise<Outcome> }[] = [];
  #waiting: Job[] = [];

  constructor(file: string, onRollback: () => void) {
    checkFile(file);
    this.file = file;
    const binary = { keyEncoding: 'binary', encoding: 'binary', cache: false } as const;
    this.#root = open(file, {
      ...binary,
      noSubdir: true,
      pageSize: 8192,
      overlappingSync: false,
      maxDbs: 4,
    });
    this.catalog = this.#root.openDB('catalog', binary);
    this.data = this.#root.openDB('data', binary);
    this.index = this.#root.openDB('index', binary);
    this.#onRollback = onRollback;
  }

  /**
   * Runs `work` in the next write transaction; resolves once it is on disk. Writers that wait at the same time
   * share one commit, which another thread makes durable while this one goes on reading what was there before.
   * `work` must refuse (throw a StoreError) before its first write; any other fault undoes what it wrote.
   */
  write<Result>(work: () => Result): Promise<Result> {
    return new Promise((resolve, reject) => {
      const run = () => {
        const result = work();
        return () => resolve(result);
      };
      const job = { run, reject };
      if (this.#state === 'committing') this.#waiting.push(job);
      else this.#join(job);
    });
  }

  async close(): Promise<void> {
    if (this.#state !== 'idle') await this.write(() => {});
    await this.#root.close();
  }

  /** A consistent copy of the file, made in another thread. */
  async copyTo(file: string): Promise<void> {
    await this.#root.backup(file, false);
  }

  /** LMDB takes in whoever comes in the same turn of the event loop; whoever comes later is in the next group. */
  #join(job: Job): void {
    this.#group.push({ job, outcome: this.#alone(job.run) });
    if (this.#state === 'gathering') return;
    this.#state = 'gathering';
    setImmediate(() => this.#commit());
  }

  async #commit(): Promise<void> {
    const group = this.#group;
    this.#group = [];
    this.#state = 'committing';
    const outcomes = await Promise.allSettled(group.map(({ outcome }) => outcome));
    this.#state = 'idle';
    this.#renew();
    for (const job of this.#waiting.splice(0)) this.#join(job);
    for (const [at, outcome] of outcomes.entries()) settle(group[at]?.job, outcome);
  }

  /** In a transaction of its own inside the group's: a fault rolls back this job and no other. */
  async #alone(run: Job['run']): Promise<Outcome> {
    try {
      return await this.#root.childTransaction(() => this.#outcomeOf(run));
    } catch (error) {
      this.#isStale = true;
      throw await reasonOf(error);
    }
  }

  #outcomeOf(run: Job['run']): Outcome {
    this.#renew();
    try {
      return run();
    } catch (error) {
      if (error instanceof StoreError) return error;
      this.#isStale = true;
      throw error;
    }
  }

  #renew(): void {
    if (!this.#isStale) return;
    this.#onRollback();
    this.#isStale = false;
  }
}

/** Of a commit that failed LMDB tells the reason aside. */
async function reasonOf(error: unknown): Promise<unknown> {
  if (!(error instanceof Error) || !('commitError' in error)) return error;
  return Promise.resolve(error.commitError).then(
    () => error,
    (reason: unknown) => reason,
  );
}

type Job = { run: () => () => void; reject: (reason: unknown) => void };
/** What to say once it is on disk, or the refusal of a job that wrote nothing. */
type Outcome = (() => void) | StoreError;

function settle(job: Job | undefined, outcome: PromiseSettledResult<Outcome>): void {
  if (outcome.status === 'rejected') job?.reject(outcome.reason);
  else if (outcome.value instanceof StoreError) job?.reject(outcome.value);
  else outcome.value();
}
