import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A series of samples of respondents, drawn one after another. */
export interface Samples {
  /** Samples in the series. */
  readonly count: number;
  /** Respondents in one sample. */
  readonly size: number;
  /** Writes the respondents of the next sample, beginning at an index. */
  readonly next: (into: Uint32Array, at: number) => void;
}

/** Every respondent alone. */
export function oneByOne(n: number): Samples {
  let respondent = 0;
  return {
    count: n,
    size: 1,
    next: (into, at) => {
      into[at] = respondent;
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
    next: (into, at) => {
      let rest = number;
      for (let place = 0; place < n; place += 1) {
        into[at + place] = rest % n;
        rest = Math.floor(rest / n);
      }
      number += 1;
    },
  };
}

/** What a series of random samples starts from. */
export interface Seeded {
  /** Kept with the result. */
  readonly seed: number;
  /** Id of the office, so that its draws do not depend on other offices. */
  readonly office: string;
}

/** Random samples of n respondents with replacement, by xoroshiro128plus. @see scoring.md §9, §13 */
export function randomSamples(n: number, count: number, { seed, office }: Seeded): Samples {
  const random = xoroshiro128plus(fnv1a(`${seed}:${office}`));
  return {
    count,
    size: n,
    next: (into, at) => {
      for (let place = at; place < at + n; place += 1) into[place] = uniformInt(random, 0, n - 1);
    },
  };
}

/** 32-bit FNV-1a over UTF-16 code units (Fowler, Noll & Vo). */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}
