import { seededRandom } from './random.ts';

/** A series of samples of respondents, drawn one after another. */
export interface Samples {
  /** Samples in the series. */
  readonly count: number;
  /** Respondents in one sample. */
  readonly size: number;
  /** Writes the next sample: how often every respondent is in it. */
  readonly next: (times: Float64Array) => void;
}

/** Every respondent alone. */
export function oneByOne(n: number): Samples {
  let respondent = 0;
  return {
    count: n,
    size: 1,
    next: (times) => {
      times.fill(0);
      times[respondent] = 1;
      respondent += 1;
    },
  };
}

/** All nⁿ samples of n respondents with replacement, each once; for n ≤ 5. @see scoring.md §9 */
export function everySample(n: number): Samples {
  let number = 0;
  return {
    count: n ** n,
    size: n,
    next: (times) => {
      times.fill(0);
      for (let place = 0, rest = number; place < n; place += 1) {
        drawn(times, rest % n);
        rest = Math.floor(rest / n);
      }
      number += 1;
    },
  };
}

/** What a series of random samples starts from. */
export interface Seeded {
  /** Whole number, kept with the result. */
  readonly seed: number;
  /** Id of the office, so that its draws do not depend on other offices. */
  readonly office: string;
}

/**
 * Random samples of n respondents with replacement: the upper bits of n · u, u a 32-bit fraction.
 *
 * @see scoring.md §9, §13
 */
export function randomSamples(n: number, count: number, { seed, office }: Seeded): Samples {
  const random = seededRandom(seed, office);
  const share = n / 2 ** 32;
  return {
    count,
    size: n,
    next: (times) => {
      times.fill(0);
      for (let place = 0; place < n; place += 1) drawn(times, Math.floor((random.next() >>> 0) * share));
    },
  };
}

function drawn(times: Float64Array, respondent: number): void {
  times[respondent] = (times[respondent] ?? 0) + 1;
}
