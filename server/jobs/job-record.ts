/** How one job fared in this process. */
export interface JobFate {
  readonly runs: number;
  readonly failures: number;
  /** Null before the first success. */
  readonly lastSuccessAt: Date | null;
  /** Null while it works. */
  readonly failingSince: Date | null;
}

export interface JobRecord {
  note(name: string, outcome: 'done' | 'failed', at: Date): void;
  read(): ReadonlyMap<string, JobFate>;
}

const unknown: JobFate = { runs: 0, failures: 0, lastSuccessAt: null, failingSince: null };

export function createJobRecord(): JobRecord {
  const fates = new Map<string, JobFate>();
  return {
    note(name, outcome, at) {
      const { runs, failures, lastSuccessAt, failingSince } = fates.get(name) ?? unknown;
      fates.set(
        name,
        outcome === 'done'
          ? { runs: runs + 1, failures, lastSuccessAt: at, failingSince: null }
          : { runs: runs + 1, failures: failures + 1, lastSuccessAt, failingSince: failingSince ?? at },
      );
    },
    read: () => fates,
  };
}
