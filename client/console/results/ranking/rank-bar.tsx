import type { Rank } from '../../../../surveys/scoring/score.ts';
import { t } from '../../../i18n/i18n.ts';

const width = 200;

interface RankBarProps {
  readonly rank: Rank;
  /** Place by the index with the questionnaire's own weights. */
  readonly place: number;
  readonly offices: number;
  readonly words: string;
}

/** The places an office takes in nine of ten weightings as a bar, its middle place as a stroke; left is the first place. */
export function RankBar({ rank, place, offices, words }: RankBarProps) {
  const xOf = (value: number) => (offices < 2 ? 0 : ((value - 1) / (offices - 1)) * width);
  const label = t('ranking.bar', { places: words, offices });
  return (
    <svg class="rank-bar" viewBox={`-6 0 ${width + 12} 24`} role="img" aria-label={label}>
      <rect class="rank-bar__track" x="-4" y="10.5" width={width + 8} height="3" rx="1.5" />
      <rect
        class="rank-bar__range"
        x={xOf(rank.p5) - 4}
        y="7"
        width={xOf(rank.p95) - xOf(rank.p5) + 8}
        height="10"
        rx="5"
      />
      <circle class="rank-bar__place" cx={xOf(place)} cy="12" r="3" />
      <rect class="rank-bar__median" x={xOf(rank.median) - 1.25} y="2" width="2.5" height="20" />
    </svg>
  );
}
