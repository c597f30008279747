import type { OverviewResponse } from '../../../server/overview/overview.wire.ts';
import type { LevelBand } from '../../../surveys/plan/plan.ts';
import { say, t } from '../../i18n/i18n.ts';
import { Panel } from '../../ui/panel.tsx';
import { points } from '../numbers.ts';

/** Dimensions with their points and the name of the level, highest or lowest first. */
export function RankedPanel(props: {
  title: string;
  rows: OverviewResponse['strengths'];
  overview: OverviewResponse;
}) {
  const { levels, wave } = props.overview;
  return (
    <Panel title={props.title}>
      <table class="ranked">
        <thead class="visually-hidden">
          <tr>
            <th scope="col">{t('word.dimension')}</th>
            <th scope="col">{t('word.level')}</th>
            <th scope="col">{t('word.points')}</th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ dimension, score }) => (
            <tr key={dimension.id}>
              <th scope="row">{say(dimension.title)}</th>
              <td class="muted">{levelName(levels, score)}</td>
              <td class="ranked__value">
                {wave === null ? (
                  points(score)
                ) : (
                  <a href={`/ergebnisse/${wave.id}?zahl=${dimension.id}`}>{points(score)}</a>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function levelName(levels: readonly LevelBand[], score: number): string {
  const level = levels.findLast((band) => band.from <= score);
  return level === undefined ? '' : say(level.name);
}
