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

/** How many people of an office have submitted. */
export function PeopleProgress({ row }: { row: CockpitRow }) {
  const { people, submitted, progress } = row;
  if (progress === 'revoked') return <Tag tone={tones.revoked}>{t('progress.revoked')}</Tag>;
  const words = t('progress.people', { submitted, people });
  return (
    <div class="bar-cell">
      <Tag tone={submitted === people ? 'good' : submitted === 0 ? 'plain' : 'info'}>{words}</Tag>
      <Bar value={submitted} max={people} label={words} />
    </div>
  );
}

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
