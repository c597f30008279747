import type { ComponentChildren } from 'preact';
import type { ResultsResponse } from '../../../server/results/results.wire.ts';
import { t } from '../../i18n/i18n.ts';
import { Panel } from '../../ui/panel.tsx';
import { percent, points } from '../numbers.ts';
import { usePlace } from '../router.ts';
import { cityNumberHref } from './provenance/number-address.ts';
import { intervalText } from './shown-score.ts';

interface Fact {
  readonly name: string;
  readonly value: ComponentChildren;
  readonly note: string;
}

/** The city in a few numbers: its index with the doubt, by headcount, how far the offices lie apart, who answered. */
export function CityPanel({ results }: { results: ResultsResponse }) {
  const place = usePlace();
  const facts = factsOf(results, cityNumberHref(place, null, null));
  if (facts.length === 0) return null;
  return (
    <Panel title={t('city.title', { city: results.city })} class="city-panel">
      <dl class="figures">
        {facts.map((fact) => (
          <div key={fact.name}>
            <dt>
              {fact.name}
              <span class="figures__note">{fact.note}</span>
            </dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
      <p class="small">{t('city.notMean')}</p>
    </Panel>
  );
}

function factsOf({ cityScore }: ResultsResponse, indexHref: string): readonly Fact[] {
  const { index, byHeadcount, min, q1, median, q3, max, interval, offices, answered, headcountCovered } =
    cityScore;
  if (index === null) return [];
  const note =
    interval !== null
      ? t('city.interval', { interval: intervalText(interval) })
      : answered === offices
        ? t('city.census')
        : '';
  const spread =
    min === null || q1 === null || q3 === null || max === null
      ? []
      : [
          { name: t('city.middle'), value: `${points(q1)}–${points(q3)}`, note: t('city.middleNote') },
          { name: t('city.range'), value: `${points(min)}–${points(max)}`, note: t('city.rangeNote') },
        ];
  return [
    { name: t('word.index'), value: <a href={indexHref}>{points(index)}</a>, note },
    ...optional(byHeadcount, t('city.byHeadcount'), t('city.byHeadcountNote')),
    ...optional(median, t('city.median'), t('city.medianNote')),
    ...spread,
    {
      name: t('city.answered'),
      value: t('city.of', { answered, offices }),
      note: headcountCovered === null ? '' : t('city.covered', { percent: percent(headcountCovered) }),
    },
  ];
}

function optional(value: number | null, name: string, note: string): readonly Fact[] {
  return value === null ? [] : [{ name, value: points(value), note }];
}
