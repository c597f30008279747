import type { WaveResponse } from '../../../server/waves/waves.wire.ts';
import { t } from '../../i18n/i18n.ts';
import { Tag, type TagTone } from '../../ui/tag.tsx';

const tones = { draft: 'plain', open: 'info', closed: 'good' } as const satisfies Record<
  WaveResponse['state'],
  TagTone
>;

export function StateTag({ state }: { state: WaveResponse['state'] }) {
  return <Tag tone={tones[state]}>{t(`state.${state}`)}</Tag>;
}
