import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** Name of the generator behind every drawn number; it travels with the seed. @see scoring.md §13 */
export const generatorName = 'xoroshiro128plus';

/** Numbers drawn before use: the first ones still show the seed. */
const warmUp = 16;

/**
 * A generator of its own for every pair of seed and stream, so that the draws for one office do not depend on which
 * other offices there are.
 *
 * @param seed whole number, stored with the result
 * @param stream what is drawn for, e.g. the id of an office
 * @see Blackman & Vigna 2018 (xoroshiro128+); Fowler, Noll & Vo (FNV-1a)
 */
export function seededRandom(seed: number, stream: string): RandomGenerator {
  const random = xoroshiro128plus(hashOf(`${seed}\u0000${stream}`));
  for (let drawn = 0; drawn < warmUp; drawn += 1) random.next();
  return random;
}

/** 32-bit FNV-1a of the UTF-16 code units, its bits then spread (finalizer of MurmurHash3). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/**
 * Weights drawn uniformly from all sets of weights that sum to 1: exponential spacings −ln(u), divided by their sum.
 *
 * @param size number of weights, ≥ 1
 * @see Devroye 1986, Non-Uniform Random Variate Generation, ch. V.2
 */
export function drawWeights(random: RandomGenerator, size: number): Float64Array {
  const weights = new Float64Array(size);
  let sum = 0;
  for (let at = 0; at < size; at += 1) {
    const spacing = -Math.log(1 - uniformFloat64(random));
    weights[at] = spacing;
    sum += spacing;
  }
  return weights.map((weight) => weight / sum);
}
