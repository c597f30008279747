import { useState } from 'preact/hooks';
import type { InvitationRow } from '../../../server/invitations/invitations.wire.ts';
import { compareText, moment } from '../../i18n/dates.ts';
import { t } from '../../i18n/i18n.ts';
import { Chips } from '../../ui/chips.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { readSorting, writeSorting } from '../../ui/sorting.ts';
import { type Column, Table } from '../../ui/table.tsx';
import { useQuery } from '../router.ts';
import {
  anonymousFilters,
  type CockpitRow,
  cockpitFilters,
  cockpitRows,
  countOf,
  filteredRows,
  progressOrder,
  readFilter,
  type WaveMode,
} from './cockpit-rows.ts';
import { InvitationsDialog } from './invitations-dialog.tsx';
import { PeopleProgress, ProgressTag } from './progress-tag.tsx';

interface CockpitTableProps {
  readonly invitations: readonly InvitationRow[];
  readonly mode: WaveMode;
  /** Only submitted or not is known of a person. */
  readonly anonymous: boolean;
  /** The wave takes answers, so mails can be sent. */
  readonly open: boolean;
  readonly changed: () => void;
}

export function CockpitTable({ invitations, mode, anonymous, open, changed }: CockpitTableProps) {
  const [filter, setFilter] = useQuery('zeige', 'alle');
  const [search, setSearch] = useQuery('suche', '', 'replace');
  const [order, setOrder] = useQuery('sortiert', 'amt');
  const [shown, setShown] = useState<string | null>(null);
  const filters = anonymous ? anonymousFilters : cockpitFilters;
  const rows = cockpitRows(invitations, mode);
  const chosen = rows.find((row) => row.officeId === shown);
  const found = filteredRows(rows, { filter: readFilter(filter, filters), search });
  return (
    <>
      <div class="toolbar">
        <Chips
          label={t('cockpit.filter')}
          chips={filters.map((value) => ({
            value,
            label: t(`filter.${value}`),
            count: countOf(rows, value),
          }))}
          chosen={readFilter(filter, filters)}
          choose={setFilter}
        />
        <SearchField label={t('cockpit.search')} value={search} onInput={setSearch} />
      </div>
      {found.length === 0 ? (
        <p class="panel" role="status">
          {t('cockpit.nothingFound')}
        </p>
      ) : (
        <Table
          caption={t('word.return')}
          columns={columns(setShown, { mode, anonymous })}
          rows={found}
          rowKey={(row) => row.officeId}
          sorting={readSorting(order)}
          sort={(sorting) => setOrder(writeSorting(sorting))}
          compareText={compareText}
        />
      )}
      {chosen === undefined ? null : (
        <InvitationsDialog row={chosen} open={open} changed={changed} close={() => setShown(null)} />
      )}
    </>
  );
}

interface Known {
  readonly mode: WaveMode;
  readonly anonymous: boolean;
}

function columns(
  show: (officeId: string) => void,
  { mode, anonymous }: Known,
): readonly Column<CockpitRow>[] {
  return [
    ...officeColumns(mode),
    ...(anonymous ? [] : [lastColumn()]),
    {
      id: 'hinweis',
      title: t('word.hint'),
      cell: (row) => <Hint row={row} />,
      sortValue: (row) => -row.refused.length,
    },
    {
      id: 'mehr',
      title: t('word.actions'),
      cell: (row) => (
        <button
          type="button"
          class="text-button"
          aria-label={t('cockpit.openOffice', { office: `${row.code} ${row.name}` })}
          onClick={() => show(row.officeId)}
        >
          {t('cockpit.open')}
        </button>
      ),
    },
  ];
}

function lastColumn(): Column<CockpitRow> {
  const now = new Date();
  return {
    id: 'zuletzt',
    title: t('word.last'),
    cell: (row) => (row.lastAt === null ? '–' : moment(row.lastAt, now)),
    sortValue: (row) => row.lastAt,
  };
}

function officeColumns(mode: WaveMode): readonly Column<CockpitRow>[] {
  return [
    {
      id: 'amt',
      title: t('word.office'),
      cell: (row) => (
        <>
          <strong>{row.code}</strong> {row.name}
        </>
      ),
      sortValue: (row) => row.code,
    },
    {
      id: 'person',
      title: t(mode === 'several' ? 'word.people' : 'word.contact'),
      cell: (row) => (mode === 'several' ? t('count.people', { count: row.people }) : <People row={row} />),
      sortValue: (row) => (mode === 'several' ? row.people : (row.invitations[0]?.name ?? null)),
    },
    {
      id: 'stand',
      title: t('word.state'),
      cell: (row) => (mode === 'several' ? <PeopleProgress row={row} /> : <ProgressTag row={row} />),
      sortValue: progressOrder,
    },
  ];
}

function People({ row }: { row: CockpitRow }) {
  return (
    <ul class="people">
      {row.invitations.map((invitation) => (
        <li key={invitation.id} class={invitation.revokedAt === null ? '' : 'struck'}>
          {invitation.name}
        </li>
      ))}
    </ul>
  );
}

function Hint({ row }: { row: CockpitRow }) {
  const first = row.refused[0];
  if (first === undefined) return <span class="muted">{t('cockpit.noHint')}</span>;
  return (
    <span class="trouble" title={first.mail.error ?? ''}>
      {t('cockpit.checkAddress', { email: first.email })}
    </span>
  );
}
