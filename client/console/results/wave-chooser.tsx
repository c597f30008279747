import type { WavesResponse } from '../../../server/waves/waves.wire.ts';
import { t } from '../../i18n/i18n.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { useLoad } from '../load.ts';
import { navigate } from '../router.ts';

/** Another wave's results; with one wave there is nothing to choose. */
export function WaveChooser({ current }: { current: string }) {
  const { loaded } = useLoad<WavesResponse>('/api/waves');
  if (loaded.state !== 'ready') return null;
  const started = loaded.value.waves.filter((wave) => wave.state !== 'draft');
  if (started.length < 2) return null;
  return (
    <SelectField
      label={t('word.wave')}
      value={current}
      options={started.map((wave) => ({ value: wave.id, text: wave.title }))}
      onChange={(id) => navigate(`/ergebnisse/${id}`)}
    />
  );
}
