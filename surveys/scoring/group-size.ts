/**
 * Smallest group of people whose values are shown, unless somebody agreed to a smaller one. People, ≥ 1.
 *
 * @see scoring.md §10
 */
export const standardMinGroup = 5;

/**
 * Smallest group that can be agreed to. People, ≥ 1.
 *
 * @see scoring.md §10
 */
export const lowestMinGroup = 3;
