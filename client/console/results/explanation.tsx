import type { ExplainedDimension, OfficeResultsResponse } from '../../../server/results/results.wire.ts';
import type { OfficeScore } from '../../../surveys/scoring/score.ts';
import { compareText } from '../../i18n/dates.ts';
import { say, t } from '../../i18n/i18n.ts';
import { Panel } from '../../ui/panel.tsx';
import { readSorting, writeSorting } from '../../ui/sorting.ts';
import { type Column, Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { points } from '../numbers.ts';
import { useQuery } from '../router.ts';
import { chosenDimension } from './office-dimensions.ts';

type Item = ExplainedDimension['items'][number];

/** Where a number comes from: the questions behind it, the answers and their points. */
export function Explanation({ results, score }: { results: OfficeResultsResponse; score: OfficeScore }) {
  const [asked] = useQuery('feld', '');
  const [order, setOrder] = useQuery('fragen', '');
  const dimension = chosenDimension(results.dimensions, score, asked);
  const explained = results.explanation.find((one) => one.id === dimension?.id);
  if (dimension === undefined || explained === undefined) return null;
  const value = score.dimensions[dimension.id]?.score ?? null;
  const name = say(dimension.shortTitle);
  const title =
    value === null
      ? t('explain.noValue', { dimension: name })
      : t('explain.title', { dimension: name, points: points(value) });
  return (
    <Panel title={title}>
      <p class="small">{say(explained.how)}</p>
      <Table
        caption={title}
        columns={columns()}
        rows={explained.items}
        rowKey={(item) => item.id}
        sorting={readSorting(order)}
        sort={(sorting) => setOrder(writeSorting(sorting))}
        compareText={compareText}
      />
    </Panel>
  );
}

function columns(): readonly Column<Item>[] {
  return [
    {
      id: 'frage',
      title: t('word.item'),
      cell: (item) => say(item.title),
      sortValue: (item) => say(item.title),
    },
    {
      id: 'antwort',
      title: t('word.answer'),
      cell: (item) => <Answer item={item} />,
      sortValue: (item) => (item.answer === null ? null : say(item.answer)),
    },
    {
      id: 'gewicht',
      title: t('word.weight'),
      align: 'end',
      cell: (item) => points(item.weight),
      sortValue: (item) => item.weight,
    },
    {
      id: 'punkte',
      title: t('word.points'),
      align: 'end',
      cell: (item) => (item.score === null ? '–' : points(item.score)),
      sortValue: (item) => item.score,
    },
  ];
}

function Answer({ item }: { item: Item }) {
  return (
    <>
      {item.state === 'level' ? null : <Tag tone="plain">{t(`item.${item.state}`)}</Tag>}{' '}
      {item.answer === null || item.state === 'dk' ? null : say(item.answer)}
      {item.comment === null ? null : <p class="small">{t('explain.comment', { comment: item.comment })}</p>}
    </>
  );
}
