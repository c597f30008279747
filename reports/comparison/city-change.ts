import type { Plan } from '../../surveys/plan/plan.ts';
import { mean } from '../../surveys/scoring/2026.1/numbers.ts';
import type { OfficeScore } from '../../surveys/scoring/score.ts';
import type {
  Change,
  CityChange,
  ComparedWave,
  Comparison,
  OfficeComparison,
  PublishedMeans,
} from './comparison.ts';
import { holmCorrected } from './holm.ts';
import { pairedTTest } from './paired-t-test.ts';
import { signedRankP } from './signed-rank-test.ts';

/** One number of every office: how to read it of a score and of a comparison. */
interface Reading {
  readonly key: string;
  readonly score: (score: OfficeScore) => number | null;
  readonly published: (means: PublishedMeans) => number | null | undefined;
  readonly change: (office: OfficeComparison) => Change | undefined;
}

interface Compared {
  readonly from: ComparedWave;
  readonly to: ComparedWave;
  readonly offices: readonly OfficeComparison[];
}

/**
 * Mean change of the city: the index, every dimension by its id, every field as `field:<id>`. Holm's correction covers
 * the dimensions, each with the p that applies: of the t-test where it is defined, else of Wilcoxon's.
 *
 * @see scoring.md §11
 */
export function cityChanges({ from, to, offices }: Compared): Comparison['city'] {
  const changed = (reading: Reading) => ({
    key: reading.key,
    change: cityChange({ from, to, offices }, reading),
  });
  const dimensions = dimensionReadings(to.plan).map(changed);
  const corrected = holmCorrected(dimensions.map(({ change: { p, wilcoxonP } }) => p ?? wilcoxonP));
  const fields = fieldReadings(to.plan).map(changed);
  return {
    index: changed(index).change,
    ...Object.fromEntries(
      dimensions.map(({ key, change }, at) => [key, { ...change, holmP: corrected[at] ?? null }]),
    ),
    ...Object.fromEntries(fields.map(({ key, change }) => [key, change])),
  };
}

const index: Reading = {
  key: 'index',
  score: (score) => score.index,
  published: (means) => means.index,
  change: (office) => office.index,
};

function dimensionReadings({ maturity }: Plan): readonly Reading[] {
  return maturity.dimensions.map(({ id }) => ({
    key: id,
    score: (score) => score.dimensions[id]?.score ?? null,
    published: ({ dimensions }) => dimensions[id]?.score,
    change: (office) => office.dimensions[id],
  }));
}

function fieldReadings({ maturity }: Plan): readonly Reading[] {
  return maturity.fields.map(({ id }) => ({
    key: `field:${id}`,
    score: (score) => score.fields[id] ?? null,
    published: () => undefined,
    change: (office) => office.fields[id],
  }));
}

function cityChange({ from, to, offices }: Compared, reading: Reading): CityChange {
  const changes = offices.flatMap((office) => reading.change(office) ?? []);
  const linked = changes.flatMap((change) => change.linked ?? []);
  const test = pairedTTest(linked);
  return {
    n: linked.length,
    mean: mean(linked),
    ...decomposed({
      before: waveMean(from, reading),
      after: waveMean(to, reading),
      change: mean(linked),
      composition: mean(changes.flatMap(({ composition }) => composition ?? [])),
    }),
    t: test?.t ?? null,
    df: test?.df ?? null,
    p: test?.p ?? null,
    ci: test?.ci ?? null,
    wilcoxonP: signedRankP(linked),
    holmP: null,
  };
}

interface Means {
  readonly before: number | null;
  readonly after: number | null;
  readonly change: number | null;
  readonly composition: number | null;
}

/** raw = mean + composition + organisation; what the same offices do not explain came with other offices. */
function decomposed({ before, after, change, composition }: Means) {
  const raw = before === null || after === null ? null : after - before;
  const explained = change === null || composition === null ? null : change + composition;
  const organisation = raw === null || explained === null ? null : raw - explained;
  return { from: before, to: after, raw, composition, organisation };
}

/** Mean over the asked offices of a wave, by id, as the results of that year show it. */
function waveMean({ offices, city }: ComparedWave, { score: read, published }: Reading): number | null {
  const shown = city && published(city);
  if (shown !== undefined) return shown;
  const sorted = offices.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return mean(sorted.flatMap(({ score }) => (score === null ? [] : (read(score) ?? []))));
}
