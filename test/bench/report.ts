/** One figure of the benchmark, printed as one JSON line. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the value is held against, measured in the same run or a fixed budget. */
  readonly yardstick: { readonly name: string; readonly value: number };
  /** value / yardstick */
  readonly ratio: number;
  readonly budget: string;
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;

export function figure(of: Omit<Figure, 'ratio'>): Figure {
  return {
    ...of,
    value: rounded(of.value),
    yardstick: { ...of.yardstick, value: rounded(of.yardstick.value) },
    ratio: rounded(of.value / of.yardstick.value),
  };
}

/** Calls per second of `work`, over about `durationMs` after a warm-up of a tenth of it. */
export function perSecond(work: () => void, durationMs = 2_000): number {
  const run = (forMs: number) => {
    const start = performance.now();
    let calls = 0;
    while (performance.now() - start < forMs) {
      for (let i = 0; i < 50; i++) work();
      calls += 50;
    }
    return (calls / (performance.now() - start)) * 1_000;
  };
  run(durationMs / 10);
  return run(durationMs);
}

export const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
