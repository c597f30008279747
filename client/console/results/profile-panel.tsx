import { useEffect, useRef } from 'preact/hooks';
import { scoreCell } from '../../../reports/numbers/signs.ts';
import type { OfficeResultsResponse } from '../../../server/results/results.wire.ts';
import type { ResultsDimension, ShownScore } from '../../../server/scores/scores.wire.ts';
import { language, say, t } from '../../i18n/i18n.ts';
import { Panel } from '../../ui/panel.tsx';
import { points } from '../numbers.ts';
import { profileCorners } from './profile-corners.ts';

interface ProfileProps {
  readonly results: OfficeResultsResponse;
  readonly score: ShownScore;
}

/** The office against the city as a radar; the same numbers as a table for everybody who reads or hears. */
export function ProfilePanel({ results, score }: ProfileProps) {
  const asked = results.dimensions.filter((one) => score.dimensions[one.id]?.status !== 'notApplicable');
  const enough = asked.length >= 3;
  return (
    <Panel title={t('profile.title')} size="small">
      {enough ? (
        <figure class="figure">
          <Radar results={results} score={score} asked={asked} />
          <figcaption class="small">
            <p>{say(results.finding.heading)}</p>
            <p class="profile-legend">
              <span class="profile-legend__office" aria-hidden="true" />{' '}
              {t('profile.office', { code: results.office.code })}
              <span class="profile-legend__city" aria-hidden="true" /> {t('word.city')} · {t('profile.gap')}
            </p>
          </figcaption>
        </figure>
      ) : (
        <p>{t('profile.tooFew')}</p>
      )}
      <ProfileTable results={results} score={score} asked={asked} />
    </Panel>
  );
}

type AskedProps = ProfileProps & { readonly asked: readonly ResultsDimension[] };

function Radar({ results, score, asked }: AskedProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const officeLabel = `${results.office.code} ${results.office.name}`;
  useEffect(() => {
    let leave = () => {};
    let left = false;
    void import('./draw-radar.ts').then(({ drawRadar }) => {
      if (canvas.current === null || left) return;
      const corners = profileCorners(asked, score, results.cityScore).map(({ title, ...values }) => ({
        label: say(title),
        ...values,
      }));
      leave = drawRadar(canvas.current, { corners, officeLabel, cityLabel: t('word.city') });
    });
    return () => {
      left = true;
      leave();
    };
  }, [asked, score, results, officeLabel]);
  return (
    <div class="radar">
      <canvas ref={canvas} role="img" aria-label={t('profile.alt', { office: officeLabel })} />
    </div>
  );
}

function ProfileTable({ results, score, asked }: AskedProps) {
  return (
    <details class="as-table">
      <summary>{t('figure.asTable')}</summary>
      <table class="table table--plain">
        <thead>
          <tr>
            <th scope="col">{t('word.dimension')}</th>
            <th scope="col" class="table__end">
              {t('profile.office', { code: results.office.code })}
            </th>
            <th scope="col" class="table__end">
              {t('word.city')}
            </th>
          </tr>
        </thead>
        <tbody>
          {asked.map((dimension) => {
            const own = score.dimensions[dimension.id];
            const city = results.cityScore.dimensions[dimension.id]?.score ?? null;
            return (
              <tr key={dimension.id}>
                <th scope="row">{say(dimension.shortTitle)}</th>
                <td class="table__end">
                  {own === undefined ? '/' : scoreCell({ value: own.score, status: own.status }, language())}
                </td>
                <td class="table__end">{city === null ? '/' : points(city)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}
