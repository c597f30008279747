import type { ResultsResponse } from '../../../server/results/results.wire.ts';
import type { ResultsDimension } from '../../../server/scores/scores.wire.ts';
import type { Reliability } from '../../../surveys/scoring/score.ts';
import { say, t } from '../../i18n/i18n.ts';
import { TablePanel } from '../../ui/table.tsx';
import { coefficient } from '../numbers.ts';
import { alphaReading, iccReading } from './quality-words.ts';

/** How well the questions of a dimension hang together and how well they tell offices apart; folded, with words beside. */
export function QualityPanel({ results }: { results: ResultsResponse }) {
  const rows = results.dimensions.flatMap((dimension) => {
    const reliability = results.reliability[dimension.id];
    return reliability === undefined ? [] : [{ dimension, reliability }];
  });
  if (rows.length === 0) return null;
  return (
    <details class="panel quality">
      <summary>
        <h2 class="panel__title panel__title--large">{t('quality.title')}</h2>
      </summary>
      <p class="text">{t('quality.what')}</p>
      <TablePanel label={t('quality.title')}>
        <table class="table">
          <caption class="visually-hidden">{t('quality.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('word.dimension')}</th>
              <th scope="col" class="table__end">
                α
              </th>
              <th scope="col">{t('quality.alpha')}</th>
              <th scope="col" class="table__end">
                ICC(1)
              </th>
              <th scope="col" class="table__end">
                ICC(2)
              </th>
              <th scope="col">{t('quality.icc')}</th>
              <th scope="col" class="table__end">
                {t('quality.offices')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.dimension.id} {...row} />
            ))}
          </tbody>
        </table>
      </TablePanel>
      <p class="small">
        {t('quality.source')} <a href="/methode?abschnitt=8">{t('explain.section', { section: '8' })}</a>
      </p>
    </details>
  );
}

function Row({ dimension, reliability }: { dimension: ResultsDimension; reliability: Reliability }) {
  const { alpha, icc1, icc2, offices } = reliability;
  return (
    <tr>
      <th scope="row">{say(dimension.title)}</th>
      <td class="table__end">{twoPlaces(alpha)}</td>
      <td>{t(`quality.${alphaReading(alpha)}`)}</td>
      <td class="table__end">{twoPlaces(icc1)}</td>
      <td class="table__end">{twoPlaces(icc2)}</td>
      <td>{t(`quality.${iccReading(icc2)}`)}</td>
      <td class="table__end">{offices}</td>
    </tr>
  );
}

function twoPlaces(value: number | null): string {
  return value === null ? '–' : coefficient(value);
}
