/** Work that looks for what has become due and does it; running it once more does nothing more. */
export interface Job {
  readonly name: string;
  /** How often it looks by itself; every two seconds when absent. */
  readonly everySeconds?: number;
  run(now: Date): Promise<void>;
}
