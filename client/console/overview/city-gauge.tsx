import type { OverviewResponse } from '../../../server/overview/overview.wire.ts';
import { language, say, t } from '../../i18n/i18n.ts';
import { Gauge } from '../../ui/gauge.tsx';
import { Panel } from '../../ui/panel.tsx';
import { points } from '../numbers.ts';
import { fullCoverage } from './gauge-words.ts';

/** The gauge of the city with how many offices stand behind it; without a value it says what is missing. */
export function CityGauge({ overview }: { overview: OverviewResponse }) {
  const { cityScore, levels, wave } = overview;
  const index = cityScore?.index ?? null;
  const marks =
    index === null ? [] : [{ at: index, text: points(index), note: wave?.deadline.slice(0, 4) ?? '' }];
  const secret = wave?.mode === 'several' && wave.state === 'open';
  const none = t(secret ? 'secret.title' : 'gauge.none');
  const alt = index === null ? none : t('gauge.alt', { points: points(index) });
  return (
    <Panel title={t('gauge.title')} size="small">
      <Gauge
        bands={levels.map((level) => ({ from: level.from, name: level.name[language()] }))}
        marks={marks}
        alt={alt}
      />
      <p class="small">
        {cityScore === null || index === null ? none : fullCoverage(cityScore)}
        {wave === null || index === null ? null : (
          <>
            {' · '}
            <a href={`/ergebnisse/${wave.id}?zahl=index`}>{t('gauge.why')}</a>
          </>
        )}
      </p>
      {index === null ? null : <LevelTable levels={levels} />}
    </Panel>
  );
}

function LevelTable({ levels }: { levels: OverviewResponse['levels'] }) {
  return (
    <details class="as-table">
      <summary>{t('figure.asTable')}</summary>
      <table class="table table--plain">
        <thead>
          <tr>
            <th scope="col">{t('gauge.level')}</th>
            <th scope="col" class="table__end">
              {t('gauge.from')}
            </th>
          </tr>
        </thead>
        <tbody>
          {levels.map((level) => (
            <tr key={level.from}>
              <th scope="row">{say(level.name)}</th>
              <td class="table__end">{points(level.from)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
