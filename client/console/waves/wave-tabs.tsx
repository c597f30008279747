import type { WaveResponse } from '../../../server/waves/waves.wire.ts';
import { t } from '../../i18n/i18n.ts';

const tabs = ['ruecklauf', 'nachrichten', 'erinnerungen', 'vorschau'] as const;
export type WaveTab = (typeof tabs)[number];

export function WaveTabs({ wave, current }: { wave: WaveResponse; current: WaveTab }) {
  const base = `/erhebungen/${wave.id}`;
  return (
    <nav class="tabs" aria-label={wave.title}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab}>
            <a
              href={tab === 'ruecklauf' ? base : `${base}/${tab}`}
              aria-current={tab === current ? 'page' : undefined}
            >
              {t(wave.state === 'draft' && tab === 'ruecklauf' ? 'tab.entwurf' : `tab.${tab}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
