import type { CompareResponse } from '../../../server/comparison/comparison.wire.ts';
import { t } from '../../i18n/i18n.ts';

/** What the signs of a table mean: of the city's changes, or of those of its offices. */
export function CompareLegend({ compared, table }: { compared: CompareResponse; table: 'city' | 'offices' }) {
  return (
    <ul class="legend legend--signs compare-legend" aria-label={t('legend.signs')}>
      {[...common(compared), ...own[table]()].map(([sign, text]) => (
        <li key={sign}>
          {sign} {text}
        </li>
      ))}
    </ul>
  );
}

type Sign = readonly [sign: string, text: string];

function common({ from, to }: CompareResponse): readonly Sign[] {
  const secret = from.minGroup !== null || to.minGroup !== null;
  return [
    ['▲ ▼', t('sign.reliable')],
    ['≈', t('sign.noise')],
    ['–', t('sign.none')],
    secret ? ['·', t('sign.secret')] : ['/', t('sign.missing')],
  ];
}

const own: Readonly<Record<'city' | 'offices', () => readonly Sign[]>> = {
  city: () => [
    ['○', t('sign.from')],
    ['●', t('sign.to')],
  ],
  offices: () => [['*', t('sign.convention')]],
};
