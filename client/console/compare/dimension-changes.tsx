import { cityVerdict } from '../../../reports/comparison/city-verdict.ts';
import type { CityChange } from '../../../reports/comparison/comparison.ts';
import type { CompareResponse } from '../../../server/comparison/comparison.wire.ts';
import { say, t } from '../../i18n/i18n.ts';
import { Panel } from '../../ui/panel.tsx';
import { TablePanel } from '../../ui/table.tsx';
import { usePlace } from '../router.ts';
import { changeHref } from './change-address.ts';
import { CompareLegend } from './compare-legend.tsx';
import { type ComparedNumber, waveLabels } from './compared-number.ts';
import { Dumbbell } from './dumbbell.tsx';
import { change, valueOrSign } from './shown-change.ts';
import { VerdictTag } from './verdict-tag.tsx';

/** How every dimension moved: where it was, where it is, and whether that is more than noise. */
export function DimensionChanges({ compared }: { compared: CompareResponse }) {
  const labels = waveLabels(compared);
  const title = t('compare.dimensions');
  return (
    <Panel title={title} size="small" class="dimension-changes">
      <TablePanel label={title}>
        <table class="table dumbbells">
          <caption class="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('word.dimension')}</th>
              <th scope="col" class="dumbbells__scale wide-only">
                <span class="visually-hidden">{t('compare.scale')}</span>
                <span aria-hidden="true">0</span>
                <span aria-hidden="true">100</span>
              </th>
              <th scope="col" class="table__end">
                {labels.from}
              </th>
              <th scope="col" class="table__end">
                {labels.to}
              </th>
              <th scope="col" class="table__end wide-only">
                {t('compare.change')}
              </th>
              <th scope="col" class="wide-only">
                {t('compare.verdict')}
              </th>
            </tr>
          </thead>
          <tbody>
            {compared.dimensions.map(({ id, shortTitle }) => (
              <Row key={id} compared={compared} number={id} title={say(shortTitle)} />
            ))}
          </tbody>
          <tfoot>
            <Row compared={compared} number="index" title={t('compare.index')} />
          </tfoot>
        </table>
      </TablePanel>
      <CompareLegend compared={compared} table="city" />
      <p class="small dimension-changes__note">{t('compare.dimensionsNote')}</p>
    </Panel>
  );
}

interface RowProps {
  readonly compared: CompareResponse;
  readonly number: ComparedNumber;
  readonly title: string;
}

function Row({ compared, number, title }: RowProps) {
  const place = usePlace();
  const city = compared.cityChanges[number];
  if (!city) return null;
  const verdict = cityVerdict(number === 'index' ? withOwnP(city) : city);
  const noValue = compared.to.minGroup === null && compared.from.minGroup === null ? '/' : '·';
  return (
    <tr>
      <th scope="row">
        {title}
        <div class="narrow-only">
          <a class={`change--${verdict}`} href={changeHref(place, null, number)}>
            {change(city.mean)}
          </a>
          <VerdictTag verdict={verdict} />
        </div>
      </th>
      <td class="dumbbells__scale wide-only">
        <Dumbbell title={title} from={city.from} to={city.to} verdict={verdict} />
      </td>
      <td class="table__end">{valueOrSign(city.from, noValue)}</td>
      <td class="table__end">{valueOrSign(city.to, noValue)}</td>
      <td class={`table__end change change--${verdict} wide-only`}>
        <a href={changeHref(place, null, number)}>{change(city.mean)}</a>
      </td>
      <td class="wide-only">
        <VerdictTag verdict={verdict} />
      </td>
    </tr>
  );
}

/** The index is tested alone: nothing to correct for. */
function withOwnP(city: CityChange): CityChange {
  return { ...city, holmP: city.p ?? city.wilcoxonP };
}
