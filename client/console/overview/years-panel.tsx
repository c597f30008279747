import type { WavesResponse } from '../../../server/waves/waves.wire.ts';
import { t } from '../../i18n/i18n.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useLoad } from '../load.ts';
import { earlierWave } from '../results/earlier-wave.ts';

/** The way to the comparison with the wave before; after the first wave what will be here. */
export function YearsPanel({ waveId }: { waveId: string }) {
  const { loaded } = useLoad<WavesResponse>('/api/waves');
  const before = loaded.state === 'ready' ? earlierWave(loaded.value.waves, waveId) : undefined;
  return (
    <Panel title={t('overview.years')} size="small">
      {before === undefined ? (
        <div class="teach">
          <p>{t('overview.yearsWhat')}</p>
          <p>{t('overview.yearsWhy')}</p>
        </div>
      ) : (
        <div class="teach">
          <p>{t('overview.since', { wave: before.title })}</p>
          <p>
            <ButtonLink kind="secondary" href={`/ergebnisse/${waveId}/vergleich/${before.id}`}>
              {t('view.compare', { wave: before.title })}
            </ButtonLink>
          </p>
        </div>
      )}
    </Panel>
  );
}
