/** Work that looks for what has become due and does it; running it once more does nothing more. */
export interface Job {
  readonly name: string;
  run(now: Date): Promise<void>;
}
