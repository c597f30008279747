import type { CityVerdict } from '../../../reports/comparison/city-verdict.ts';
import { t } from '../../i18n/i18n.ts';
import { Tag, type TagTone } from '../../ui/tag.tsx';

const looks: Readonly<Record<CityVerdict, { readonly sign: string; readonly tone: TagTone }>> = {
  up: { sign: '▲', tone: 'good' },
  down: { sign: '▼', tone: 'bad' },
  unchanged: { sign: '≈', tone: 'plain' },
  notComparable: { sign: '–', tone: 'warn' },
  untested: { sign: '–', tone: 'warn' },
};

/** Whether a change is reliable, in words and with its sign. */
export function VerdictTag({ verdict }: { verdict: CityVerdict }) {
  const { sign, tone } = looks[verdict];
  return (
    <Tag tone={tone}>
      <span aria-hidden="true">{sign} </span>
      {t(`verdict.${verdict}`)}
    </Tag>
  );
}
