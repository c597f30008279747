import type { CompareResponse } from '../../../server/comparison/comparison.wire.ts';
import { t } from '../../i18n/i18n.ts';

/** What the signs of this page mean. */
export function CompareLegend({ compared: { from, to } }: { compared: CompareResponse }) {
  const secret = from.minGroup !== null || to.minGroup !== null;
  const signs = [
    ['○', t('sign.from')],
    ['●', t('sign.to')],
    ['▲ ▼', t('sign.reliable')],
    ['≈', t('sign.noise')],
    ['–', t('sign.none')],
    secret ? ['·', t('sign.secret')] : ['/', t('sign.missing')],
    ['*', t('sign.convention')],
  ] as const;
  return (
    <ul class="legend legend--signs compare-legend" aria-label={t('legend.signs')}>
      {signs.map(([sign, text]) => (
        <li key={sign}>
          {sign} {text}
        </li>
      ))}
    </ul>
  );
}
