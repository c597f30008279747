import type { Change } from '../../../reports/comparison/comparison.ts';
import type { CompareResponse } from '../../../server/comparison/comparison.wire.ts';
import type { Plan } from '../../../surveys/plan/plan.ts';
import { t } from '../../i18n/i18n.ts';
import { TablePanel } from '../../ui/table.tsx';
import { percent, points } from '../numbers.ts';
import { ChangeFormula } from './change-formula.tsx';
import {
  type ComparedNumber,
  type ComparedOffice,
  calledOffice,
  changeIn,
  waveLabels,
} from './compared-number.ts';
import { DimensionParts } from './dimension-parts.tsx';
import { ItemChanges } from './item-changes.tsx';
import { type LinkedSums, linkedSums } from './linked-sums.ts';
import { change } from './shown-change.ts';
import { VerdictTag } from './verdict-tag.tsx';

interface OfficeOriginProps {
  readonly compared: CompareResponse;
  readonly office: ComparedOffice;
  readonly number: ComparedNumber;
  readonly plan: Plan;
}

/** Where the change of an office comes from, with everything needed to compute it again by hand. */
export function OfficeOrigin({ compared, office, number, plan }: OfficeOriginProps) {
  const own = changeIn(office.change, number);
  if (!own) return <p>{t('change.none')}</p>;
  const isIndex = number === 'index';
  const sums = isIndex ? null : linkedSums(plan, number, office.change.items);
  return (
    <div class="origin">
      <p class="origin__answer">
        <span class="origin__value">{change(own.linked)}</span> <VerdictTag verdict={own.verdict} />
      </p>
      <p class="text">
        {isIndex
          ? t('change.indexSentence', { name: calledOffice(office) })
          : dimensionSentence({ compared, office, sums, own })}
      </p>
      <p class="text">{shareSentence({ office, number, own, sums })}</p>
      <p class="text">
        {t(own.convention ? 'change.convention' : 'change.measured', { noise: points(own.mdc95) })}
      </p>
      {isIndex ? (
        <ChangeFormula rule="ΔI* = Σ W·δ* / Σ W" inserted={null} />
      ) : (
        <ChangeFormula rule="δ* = S*₂ − S*₁, S* = Σ w·x / Σ w" inserted={inserted(sums, own)} />
      )}
      <h3 class="origin__heading">{t('change.parts')}</h3>
      <TablePanel label={t('change.parts')}>
        {isIndex ? (
          <DimensionParts compared={compared} office={office} plan={plan} />
        ) : (
          <ItemChanges compared={compared} office={office} number={number} />
        )}
      </TablePanel>
    </div>
  );
}

interface Said {
  readonly own: Change;
  readonly sums: LinkedSums | null;
  readonly office: ComparedOffice;
}

function dimensionSentence({ compared, office, sums, own }: Said & { compared: CompareResponse }): string {
  if (sums === null || own.linked === null) return t('change.none');
  return t('change.sentence', {
    name: calledOffice(office),
    ...waveLabels(compared),
    before: points(sums.before),
    after: points(sums.after),
  });
}

function shareSentence({ office, number, own, sums }: Said & { number: ComparedNumber }): string {
  const share = percent(own.share ?? 0);
  if (number !== 'index') {
    return t('change.shareItems', { share, linked: sums?.count ?? 0 });
  }
  const dimensions = Object.values(office.change.dimensions);
  const applicable = dimensions.filter(({ share: part }) => part !== null);
  const linked = applicable.filter((one) => one.linked !== null);
  return t('change.shareDimensions', { share, linked: linked.length, all: applicable.length });
}

function inserted(sums: LinkedSums | null, { linked }: Change): string | null {
  if (sums === null || linked === null) return null;
  return `${points(sums.after)} − ${points(sums.before)} = ${change(linked)}`;
}
