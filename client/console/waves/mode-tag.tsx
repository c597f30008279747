import type { WaveResponse } from '../../../server/waves/waves.wire.ts';
import { t } from '../../i18n/i18n.ts';
import { Tag } from '../../ui/tag.tsx';

/** Shown where many people of an office answer; that an office answers once is the usual case. */
export function ModeTag({ wave }: { wave: WaveResponse }) {
  if (wave.several === null) return null;
  return <Tag tone="info">{t(wave.several.anonymous ? 'mode.tagAnonymous' : 'mode.tagNamed')}</Tag>;
}

/** What the people who answer were promised. */
export function ModeNote({ wave }: { wave: WaveResponse }) {
  const { several } = wave;
  if (several === null) return <p class="mode-note small">{t('mode.noteOfficial')}</p>;
  const people = t('count.people', { count: several.minGroup });
  return (
    <p class="mode-note small">
      {t(several.anonymous ? 'mode.noteAnonymous' : 'mode.noteNamed', { people })}
      {several.consent === null ? null : ` ${t('mode.consent', { text: several.consent.text })}`}
    </p>
  );
}
