import { buildOnce } from '../harness/build-once.ts';
import { checkAndScore } from './check-and-score.ts';
import { httpResponses } from './http-responses.ts';
import { pageBytes } from './page-bytes.ts';
import { rankRobustness } from './rank-robustness.ts';
import { resultsOfWaves } from './results.ts';
import { severalResults } from './several-results.ts';
import { startTime } from './start-time.ts';
import { storeSpeed } from './store-speed.ts';

const measures = {
  pageBytes,
  checkAndScore,
  severalResults,
  rankRobustness,
  resultsOfWaves,
  httpResponses,
  startTime,
  storeSpeed,
};

/** `npm run bench -- httpResponses startTime` measures these alone. */
const named = process.argv.slice(2);
buildOnce();
for (const [name, measure] of Object.entries(measures)) {
  if (named.length > 0 && !named.includes(name)) continue;
  for (const one of await measure()) console.log(JSON.stringify(one));
}
