import type { WavesResponse } from '../../../server/waves/waves.wire.ts';
import { t } from '../../i18n/i18n.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { useLoad } from '../load.ts';
import { navigate } from '../router.ts';

/** Another wave to compare with: any that was opened and asked the same questionnaire. */
export function EarlierChooser({ from, to }: { from: string; to: string }) {
  const { loaded } = useLoad<WavesResponse>('/api/waves');
  if (loaded.state !== 'ready') return null;
  const { waves } = loaded.value;
  const asked = waves.find(({ id }) => id === to)?.questionnaire.id;
  const others = waves.filter(
    ({ id, state, questionnaire }) => id !== to && state !== 'draft' && questionnaire.id === asked,
  );
  if (others.length < 2) return null;
  return (
    <SelectField
      label={t('compare.earlier')}
      value={from}
      options={others.map(({ id, title }) => ({ value: id, text: title }))}
      onChange={(id) => navigate(`/ergebnisse/${to}/vergleich/${id}`)}
    />
  );
}
