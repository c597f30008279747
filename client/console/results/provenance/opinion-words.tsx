import type { ItemOpinion } from '../../../../surveys/scoring/score.ts';
import { t } from '../../../i18n/i18n.ts';
import { Tag } from '../../../ui/tag.tsx';
import { points } from '../../numbers.ts';

/** How the people of an office answered a question: counts, and whether they should talk about it. */
export function OpinionWords({ opinion }: { opinion: ItemOpinion }) {
  const counts = (['valid', 'dk', 'na', 'missing'] as const)
    .filter((state) => state === 'valid' || opinion[state] > 0)
    .map((state) => t(`opinion.${state}`, { count: opinion[state] }));
  return (
    <>
      {opinion.unclear ? <Tag tone="warn">{t('explain.unclear')}</Tag> : null} {counts.join(', ')}
      {opinion.ad === null || opinion.range === null ? null : (
        <p class="small">{t('opinion.spread', { range: points(opinion.range), ad: points(opinion.ad) })}</p>
      )}
    </>
  );
}
