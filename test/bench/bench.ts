import { buildOnce } from '../harness/build-once.ts';
import { checkAndScore } from './check-and-score.ts';
import { httpResponses } from './http-responses.ts';
import { pageBytes } from './page-bytes.ts';
import { rankRobustness } from './rank-robustness.ts';
import { resultsOfWaves } from './results.ts';
import { severalResults } from './several-results.ts';
import { startTime } from './start-time.ts';

buildOnce();
for (const measure of [
  pageBytes,
  checkAndScore,
  severalResults,
  rankRobustness,
  resultsOfWaves,
  httpResponses,
  startTime,
]) {
  for (const one of await measure()) console.log(JSON.stringify(one));
}
