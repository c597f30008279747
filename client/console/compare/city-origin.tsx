import { formatProbability } from '../../../reports/numbers/format-change.ts';
import type { CompareResponse } from '../../../server/comparison/comparison.wire.ts';
import { language, t } from '../../i18n/i18n.ts';
import { TablePanel } from '../../ui/table.tsx';
import { ChangeFormula } from './change-formula.tsx';
import { testSentence } from './change-parts.tsx';
import { type ComparedNumber, calledOffice, changeIn } from './compared-number.ts';
import { change } from './shown-change.ts';
import { VerdictTag } from './verdict-tag.tsx';

/** Where the change of the city comes from: the offices in both waves, and how likely chance alone would give it. */
export function CityOrigin({ compared, number }: { compared: CompareResponse; number: ComparedNumber }) {
  const city = compared.cityChanges[number];
  if (!city || city.mean === null) return <p>{t('change.none')}</p>;
  const offices = t('count.inOffices', { count: city.n });
  const holm = city.holmP === null ? null : formatProbability(city.holmP, language());
  return (
    <div class="origin">
      <p class="origin__value">{change(city.mean)}</p>
      <p class="text">{t('change.citySentence', { offices })}</p>
      <p class="text">{testSentence(city)}</p>
      {holm === null ? null : <p class="text">{t('change.holm', { p: holm })}</p>}
      <ChangeFormula rule="Δ = Σ δ* / n" inserted={inserted(compared, number)} />
      <h3 class="origin__heading">{t('change.parts')}</h3>
      <TablePanel label={t('change.parts')}>
        <OfficeParts compared={compared} number={number} />
      </TablePanel>
    </div>
  );
}

function inserted({ offices, cityChanges }: CompareResponse, number: ComparedNumber): string | null {
  const mean = cityChanges[number]?.mean ?? null;
  const linked = offices.flatMap((office) => changeIn(office.change, number)?.linked ?? []);
  if (mean === null || linked.length === 0) return null;
  const sum = linked.reduce((total, one) => total + one, 0);
  return `${change(sum)} / ${linked.length} = ${change(mean)}`;
}

function OfficeParts({ compared, number }: { compared: CompareResponse; number: ComparedNumber }) {
  return (
    <table class="table table--plain">
      <caption class="visually-hidden">{t('change.parts')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('word.office')}</th>
          <th scope="col" class="table__end">
            {t('compare.change')}
          </th>
          <th scope="col">{t('compare.verdict')}</th>
        </tr>
      </thead>
      <tbody>
        {compared.offices.flatMap((office) => {
          const own = changeIn(office.change, number);
          if (!own) return [];
          return [
            <tr key={office.officeId}>
              <th scope="row">{calledOffice(office)}</th>
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
