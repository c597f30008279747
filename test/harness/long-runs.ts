/** How many times more often than usual random tests try; `npm run test:faults` sets it. */
export const runs = Number(process.env['PEGEL_TEST_RUNS'] ?? 1);
