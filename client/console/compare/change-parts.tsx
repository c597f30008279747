import type { CityChange } from '../../../reports/comparison/comparison.ts';
import { formatProbability } from '../../../reports/numbers/format-change.ts';
import { language, t } from '../../i18n/i18n.ts';
import { Panel } from '../../ui/panel.tsx';
import { usePlace } from '../router.ts';
import { changeHref } from './change-address.ts';
import { change } from './shown-change.ts';

/** What the change of the city consists of, and how likely chance alone would give it. */
export function ChangeParts({ index }: { index: CityChange }) {
  const place = usePlace();
  const { raw, mean, composition, organisation } = index;
  const parts = [
    [t('madeOf.linked'), mean],
    [t('madeOf.composition'), composition],
    [t('madeOf.organisation'), organisation],
  ] as const;
  return (
    <Panel title={raw === null ? t('madeOf.none') : t('madeOf.title', { points: change(raw) })}>
      <dl class="change-parts">
        {parts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{change(value)}</dd>
          </div>
        ))}
      </dl>
      <p class="small">{testSentence(index)}</p>
      <p class="small">
        <a href={changeHref(place, null, 'index')}>{t('explain.heading')}</a>
      </p>
    </Panel>
  );
}

/** Which test was made over how many offices, and what came out. */
export function testSentence({ n, p, wilcoxonP, ci }: CityChange): string {
  const offices = t('count.offices', { count: n });
  const said = (value: number) => formatProbability(value, language());
  const interval =
    ci === null ? '' : ` ${t('madeOf.interval', { low: change(ci[0]), high: change(ci[1]) })}.`;
  if (p !== null) return `${t('madeOf.tTest', { offices, p: said(p) })}.${interval}`;
  if (wilcoxonP !== null) return `${t('madeOf.wilcoxon', { offices, p: said(wilcoxonP) })}.`;
  return t('madeOf.noTest', { offices });
}
