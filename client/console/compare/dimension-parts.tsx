import type { CompareResponse } from '../../../server/comparison/comparison.wire.ts';
import type { Plan } from '../../../surveys/plan/plan.ts';
import { say, t } from '../../i18n/i18n.ts';
import { whole } from '../numbers.ts';
import type { ComparedOffice } from './compared-number.ts';
import { change } from './shown-change.ts';
import { VerdictTag } from './verdict-tag.tsx';

interface DimensionPartsProps {
  readonly compared: CompareResponse;
  readonly office: ComparedOffice;
  readonly plan: Plan;
}

/** The dimensions behind the change of an index that apply to the office, with their weights. */
export function DimensionParts({ compared, office, plan }: DimensionPartsProps) {
  const weights = new Map(plan.maturity.dimensions.map(({ id, weight }) => [id, weight]));
  return (
    <table class="table table--plain">
      <caption class="visually-hidden">{t('change.parts')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('word.dimension')}</th>
          <th scope="col" class="table__end">
            {t('word.weight')}
          </th>
          <th scope="col" class="table__end">
            {t('compare.change')}
          </th>
          <th scope="col">{t('compare.verdict')}</th>
        </tr>
      </thead>
      <tbody>
        {compared.dimensions.flatMap(({ id, title }) => {
          const own = office.change.dimensions[id];
          if (!own || own.share === null) return [];
          return [
            <tr key={id}>
              <th scope="row">{say(title)}</th>
              <td class="table__end">{whole(weights.get(id) ?? 1)}</td>
              <td class="table__end">{change(own.linked)}</td>
              <td>
                <VerdictTag verdict={own.verdict} />
              </td>
            </tr>,
          ];
        })}
      </tbody>
    </table>
  );
}
