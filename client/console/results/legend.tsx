import { signs } from '../../../reports/numbers/signs.ts';
import type { LevelBand } from '../../../surveys/plan/plan.ts';
import { say, t } from '../../i18n/i18n.ts';

export function LevelLegend({ levels }: { levels: readonly LevelBand[] }) {
  return (
    <ul class="legend" aria-label={t('legend.levels')}>
      {levels.map((level, index) => (
        <li key={level.from}>
          <span class={`legend__box level--${index}`} aria-hidden="true" />
          {say(level.name)}
        </li>
      ))}
    </ul>
  );
}

export type SignName = keyof typeof signs;
const usual: readonly SignName[] = ['provisional', 'insufficient', 'notApplicable', 'toCome'];

/** The signs of a wave in which small groups are kept secret. */
export const secretSigns: readonly SignName[] = [
  'provisional',
  'insufficient',
  'notApplicable',
  'suppressed',
  'toCome',
];

export function SignLegend({ names = usual }: { names?: readonly SignName[] | undefined }) {
  return (
    <ul class="legend legend--signs" aria-label={t('legend.signs')}>
      {names.map((name) => (
        <li key={name}>
          {signs[name].sign} {say(signs[name].text)}
        </li>
      ))}
    </ul>
  );
}
