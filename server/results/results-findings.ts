import { allHiddenFinding, hiddenSentence } from '../../reports/findings/hidden-offices.ts';
import { resultsFinding } from '../../reports/findings/results-finding.ts';
import { returnFinding } from '../../reports/findings/return-finding.ts';
import { inBoth, sentences } from '../../reports/findings/sentence.ts';
import type { Finding } from '../scores/scores.wire.ts';
import { cityScoreOf } from '../scores/wave-parts.ts';
import { isPublished, type OfficeState, type WaveResults } from '../scores/wave-results.ts';

const sum = (offices: readonly OfficeState[], count: (office: OfficeState) => number) =>
  offices.reduce((all, office) => all + count(office), 0);

/** The return of a wave of mode several while its values are not shown; null: they are. */
export function unpublishedFinding(results: WaveResults): Finding | null {
  const { wave, offices, progress } = results;
  if (isPublished(wave, progress)) return null;
  return returnFinding({
    people: {
      invited: sum(offices, ({ invited }) => invited),
      submitted: sum(offices, ({ submissions }) => submissions),
    },
    offices: { asked: offices.length, answered: cityScoreOf(results).answered },
    computed: progress?.done ?? null,
  });
}

function valuesFinding(results: WaveResults): Finding {
  const { wave, entry, offices } = results;
  const { dimensions, levels } = entry.plan.maturity;
  const city = cityScoreOf(results);
  const submitted = offices.flatMap(({ office, score }) => (score === null ? [] : [{ office, score }]));
  return resultsFinding({
    dimensions: dimensions.map(({ id, shortTitle }) => ({
      title: shortTitle,
      mean: city.dimensions[id]?.score ?? null,
      levels: submitted.flatMap(({ score }) => score.dimensions[id]?.level ?? []),
    })),
    levels,
    offices: submitted.flatMap(({ office, score }) =>
      score.index === null ? [] : [{ name: office.name, index: score.index }],
    ),
    asked: city.offices,
    answered: city.answered,
    open: wave.state === 'open',
  });
}

/** What the results of a wave say, or why they say nothing yet. */
export function findingOf(results: WaveResults): Finding {
  const unpublished = unpublishedFinding(results);
  if (unpublished !== null) return unpublished;
  const { wave, scores } = results;
  const all = [...scores.offices.values()];
  const hidden = all.filter(({ status }) => status === 'suppressed').length;
  const minGroup = wave.several?.minGroup ?? 0;
  if (hidden > 0 && hidden === all.length && scores.city.index === null) {
    return allHiddenFinding({ hidden, minGroup });
  }
  const finding = valuesFinding(results);
  const lead = inBoth((language) =>
    sentences([finding.lead[language], hiddenSentence({ hidden, minGroup }, language)]),
  );
  return { ...finding, lead };
}
