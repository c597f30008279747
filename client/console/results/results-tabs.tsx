import { useEffect, useRef } from 'preact/hooks';
import type { ResultsResponse } from '../../../server/results/results.wire.ts';
import type { WavesResponse } from '../../../server/waves/waves.wire.ts';
import { t } from '../../i18n/i18n.ts';
import { useLoad } from '../load.ts';
import { hrefWith, usePlace } from '../router.ts';
import { earlierWave } from './earlier-wave.ts';

const views = ['uebersicht', 'rangfolge', 'ziele', 'ruecklauf', 'projekte'] as const;
export type ResultsView = (typeof views)[number];

export function readView(text: string): ResultsView {
  return views.find((one) => one === text) ?? 'uebersicht';
}

/** The views of a wave, and beside them the way to the comparison with the wave before. */
export function ResultsTabs({ results, current }: { results: ResultsResponse; current: ResultsView }) {
  const place = usePlace();
  const { loaded } = useLoad<WavesResponse>('/api/waves');
  const before = loaded.state === 'ready' ? earlierWave(loaded.value.waves, results.wave.id) : undefined;
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [current]);
  const hrefOf = (view: ResultsView) =>
    hrefWith({ path: place.path, query: new URLSearchParams() }, { ansicht: view });
  return (
    <nav ref={list} class="tabs" aria-label={t('results.views')}>
      <ul>
        {views.map((view) => (
          <li key={view}>
            <a href={hrefOf(view)} aria-current={view === current ? 'page' : undefined}>
              {t(`view.${view}`)}
            </a>
          </li>
        ))}
        {before === undefined ? null : (
          <li>
            <a href={`/ergebnisse/${results.wave.id}/vergleich/${before.id}`}>
              {t('view.compare', { wave: before.title })}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
