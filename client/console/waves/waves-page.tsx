import type { WaveResponse, WavesResponse } from '../../../server/waves/waves.wire.ts';
import { compareText, plainDate } from '../../i18n/dates.ts';
import { say, t } from '../../i18n/i18n.ts';
import { Bar } from '../../ui/bar.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Empty } from '../../ui/panel.tsx';
import { readSorting, writeSorting } from '../../ui/sorting.ts';
import { type Column, Table } from '../../ui/table.tsx';
import { useLoad } from '../load.ts';
import { Page, WhenLoaded } from '../page.tsx';
import { useQuery } from '../router.ts';
import { ModeTag } from './mode-tag.tsx';
import { returnOf } from './return-panel.tsx';
import { StateTag } from './state-tag.tsx';

export function WavesPage() {
  const { loaded, reload } = useLoad<WavesResponse>('/api/waves');
  return (
    <WhenLoaded loaded={loaded} reload={reload}>
      {({ waves }) => (
        <Page
          name={t('nav.waves')}
          heading={headingOf(waves)}
          lead={t('waves.lead')}
          actions={<ButtonLink href="/erhebungen/neu">{t('waves.new')}</ButtonLink>}
        >
          {waves.length === 0 ? (
            <Empty title={t('waves.emptyTitle')} text={t('waves.emptyText')} />
          ) : (
            <WaveTable waves={waves} />
          )}
        </Page>
      )}
    </WhenLoaded>
  );
}

function headingOf(waves: readonly WaveResponse[]): string {
  const open = waves.filter((wave) => wave.state === 'open');
  const first = open[0];
  if (first !== undefined && open.length === 1) return t('waves.oneOpen', { title: first.title });
  if (open.length > 1) return t('waves.manyOpen', { count: open.length });
  return waves.length === 0 ? t('waves.none') : t('waves.noneOpen');
}

function WaveTable({ waves }: { waves: readonly WaveResponse[] }) {
  const [order, setOrder] = useQuery('sortiert', '-angelegt');
  return (
    <Table
      caption={t('nav.waves')}
      columns={columns()}
      rows={waves}
      rowKey={(wave) => wave.id}
      sorting={readSorting(order)}
      sort={(sorting) => setOrder(writeSorting(sorting))}
      compareText={compareText}
    />
  );
}

function columns(): readonly Column<WaveResponse>[] {
  return [
    {
      id: 'titel',
      title: t('word.wave'),
      cell: (wave) => (
        <>
          <a href={`/erhebungen/${wave.id}`}>{wave.title}</a> <ModeTag wave={wave} />
        </>
      ),
      sortValue: (wave) => wave.title,
    },
    {
      id: 'stand',
      title: t('word.state'),
      cell: (wave) => <StateTag state={wave.state} />,
      sortValue: (wave) => wave.state,
    },
    {
      id: 'fragebogen',
      title: t('word.questionnaire'),
      cell: (wave) => say(wave.questionnaireTitle),
      sortValue: (wave) => say(wave.questionnaireTitle),
    },
    {
      id: 'frist',
      title: t('word.deadline'),
      cell: (wave) => plainDate(wave.deadline),
      sortValue: (wave) => wave.deadline,
    },
    {
      id: 'ruecklauf',
      title: t('word.return'),
      cell: (wave) => <Return wave={wave} />,
      sortValue: (wave) => wave.counts.submitted / Math.max(returnOf(wave.counts, wave.mode).all, 1),
    },
    {
      id: 'angelegt',
      title: t('word.created'),
      cell: (wave) => plainDate(wave.createdAt.slice(0, 10)),
      sortValue: (wave) => wave.createdAt,
    },
  ];
}

function Return({ wave }: { wave: WaveResponse }) {
  if (wave.state === 'draft')
    return <span class="muted">{t('count.offices', { count: wave.officeIds.length })}</span>;
  const { all, words } = returnOf(wave.counts, wave.mode);
  return (
    <div class="bar-cell">
      <Bar value={wave.counts.submitted} max={all} label={words} />
      <span class="small">{words}</span>
    </div>
  );
}
