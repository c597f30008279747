import { t } from '../../i18n/i18n.ts';
import { Bar } from '../../ui/bar.tsx';
import { Tag, type TagTone } from '../../ui/tag.tsx';
import { percent } from '../numbers.ts';
import type { CockpitRow, OfficeProgress } from './cockpit-rows.ts';

const tones: Readonly<Record<OfficeProgress, TagTone>> = {
  submitted: 'good',
  started: 'info',
  seen: 'info',
  trouble: 'bad',
  sent: 'plain',
  owed: 'plain',
  revoked: 'warn',
};

export function ProgressTag({ row }: { row: CockpitRow }) {
  if (row.progress !== 'started')
    return <Tag tone={tones[row.progress]}>{t(`progress.${row.progress}`)}</Tag>;
  const words = t('progress.started', { percent: percent(row.answered) });
  return (
    <div class="bar-cell">
      <Tag tone={tones.started}>{words}</Tag>
      <Bar value={row.answered} max={1} label={words} />
    </div>
  );
}
