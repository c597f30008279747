import type { OfficeResultsResponse } from '../../../server/results/results.wire.ts';
import { say, t } from '../../i18n/i18n.ts';
import { Panel } from '../../ui/panel.tsx';
import { hrefWith, usePlace } from '../router.ts';

/** Questions on which the people of an office are so far apart that they should talk, by dimension. */
export function UnclearPanel({ results }: { results: OfficeResultsResponse }) {
  const place = usePlace();
  const unclear = results.explanation.flatMap(({ id, items }) =>
    items.filter((item) => item.unclear).map((item) => ({ ...item, dimension: id })),
  );
  if (unclear.length === 0) {
    return (
      <Panel title={t('unclear.none')}>
        <p class="small">{t('unclear.noneText')}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t('unclear.title', { count: unclear.length })}>
      <p class="text small">{t('unclear.text')}</p>
      <ul class="unclear">
        {unclear.map((item) => (
          <li key={item.id}>
            <a href={hrefWith(place, { zahl: item.dimension, teile: null })}>{say(item.title)}</a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
