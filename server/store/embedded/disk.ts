import { type Database, open, type RootDatabase } from 'lmdb';
import { checkFile } from './check-file.ts';

type Table = Database<Buffer, Buffer>;

/** The LMDB file: three tables, and writes that are on disk when their promise resolves. */
export class Disk {
  readonly catalog: Table;
  readonly data: Table;
  readonly index: Table;
  readonly #root: RootDatabase<Buffer, Buffer>;
  readonly #onRollback: () => void;
  #queue: Job[] = [];

  constructor(file: string, onRollback: () => void) {
    checkFile(file);
    const binary = { keyEncoding: 'binary', encoding: 'binary', cache: false } as const;
    this.#root = open(file, { ...binary, noSubdir: true, pageSize: 8192, overlappingSync: false, maxDbs: 4 });
    this.catalog = this.#root.openDB('catalog', binary);
    this.data = this.#root.openDB('data', binary);
    this.index = this.#root.openDB('index', binary);
    this.#onRollback = onRollback;
  }

  /**
   * Runs `work` in the next write transaction; resolves once it is on disk. Writers that wait at the same time
   * share one commit. `work` must refuse (throw) before its first write: a refusal does not undo writes.
   */
  write<Result>(work: () => Result): Promise<Result> {
    return new Promise((resolve, reject) => {
      let outcome: () => void = () => {};
      const run = () => {
        const result = work();
        outcome = () => resolve(result);
      };
      this.#queue.push({ run, settle: () => outcome(), reject });
      if (this.#queue.length === 1) setImmediate(() => this.#flush());
    });
  }

  async close(): Promise<void> {
    if (this.#queue.length > 0) await this.write(() => {});
    await this.#root.close();
  }

  #flush(): void {
    const jobs = this.#queue;
    this.#queue = [];
    const refused = new Map<Job, unknown>();
    try {
      this.#root.transactionSync(() => {
        for (const job of jobs) runOrNote(job, refused);
      });
    } catch (error) {
      this.#onRollback();
      if (jobs.length === 1) jobs[0]?.reject(error);
      else for (const job of jobs) this.#alone(job);
      return;
    }
    for (const job of jobs) {
      if (refused.has(job)) job.reject(refused.get(job));
      else job.settle();
    }
  }

  #alone(job: Job): void {
    try {
      this.#root.transactionSync(() => job.run());
    } catch (error) {
      this.#onRollback();
      job.reject(error);
      return;
    }
    job.settle();
  }
}

type Job = { run: () => void; settle: () => void; reject: (reason: unknown) => void };

/** A refusal (StoreError) concerns one writer; any other fault rolls the shared transaction back. */
function runOrNote(job: Job, refused: Map<Job, unknown>): void {
  try {
    job.run();
  } catch (error) {
    if (!(error instanceof Error) || !('codeName' in error)) throw error;
    refused.set(job, error);
  }
}
