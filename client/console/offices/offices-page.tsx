import type { OfficeResponse, OfficesResponse } from '../../../server/offices/offices.wire.ts';
import { compareText } from '../../i18n/dates.ts';
import { say, t } from '../../i18n/i18n.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { readSorting, writeSorting } from '../../ui/sorting.ts';
import { type Column, Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useLoad } from '../load.ts';
import { whole } from '../numbers.ts';
import { Page, WhenLoaded } from '../page.tsx';
import { useQuery } from '../router.ts';
import { officeTree } from '../waves/division-tree.ts';
import { ImportTeaching } from './import-teaching.tsx';
import { type FlatRow, flatTree, searchTree } from './office-search.ts';

export function OfficesPage() {
  const { loaded, reload } = useLoad<OfficesResponse>('/api/offices');
  return (
    <WhenLoaded loaded={loaded} reload={reload}>
      {(value) => (
        <Page
          name={t('nav.offices')}
          heading={headingOf(value.offices)}
          lead={t('offices.lead')}
          actions={
            <>
              <ButtonLink kind="secondary" href="/aemter/neu">
                {t('offices.add')}
              </ButtonLink>
              <ButtonLink href="/aemter/einlesen">{t('offices.import')}</ButtonLink>
            </>
          }
        >
          {value.offices.length === 0 ? (
            <ImportTeaching fields={value.fields} />
          ) : (
            <OfficeTree value={value} />
          )}
        </Page>
      )}
    </WhenLoaded>
  );
}

function headingOf(offices: readonly OfficeResponse[]): string {
  if (offices.length === 0) return t('offices.none');
  const parents = new Set(offices.map((office) => office.parentId));
  const leaves = offices.filter((office) => !parents.has(office.id));
  const lonely = leaves.filter((office) => office.contacts.length === 0).length;
  const people = offices.reduce((sum, office) => sum + office.contacts.length, 0);
  const counted = {
    offices: t('count.offices', { count: leaves.length }),
    people: t('count.people', { count: people }),
  };
  return lonely === 0
    ? t('offices.heading', counted)
    : t('offices.headingLonely', { ...counted, count: lonely });
}

function OfficeTree({ value }: { value: OfficesResponse }) {
  const [search, setSearch] = useQuery('suche', '', 'replace');
  const [order, setOrder] = useQuery('sortiert', '');
  const rows = flatTree(searchTree(officeTree(value.offices, compareText), search));
  return (
    <>
      <div class="toolbar">
        <SearchField label={t('offices.search')} value={search} onInput={setSearch} />
        <p class="small" role="status">
          {t('offices.found', { count: rows.length })}
        </p>
      </div>
      <Table
        caption={t('nav.offices')}
        columns={columns(value, order === '')}
        rows={rows}
        rowKey={(row) => row.office.id}
        sorting={readSorting(order)}
        sort={(sorting) => setOrder(writeSorting(sorting))}
        compareText={compareText}
      />
    </>
  );
}

function columns(value: OfficesResponse, asTree: boolean): readonly Column<FlatRow>[] {
  const titles = new Map(value.fields.map((field) => [field.id, say(field.title)]));
  return [
    {
      id: 'amt',
      title: t('word.office'),
      cell: (row) => (
        <a class={asTree ? `depth depth--${Math.min(row.depth, 4)}` : ''} href={`/aemter/${row.office.id}`}>
          {row.parent ? <strong>{officeName(row)}</strong> : officeName(row)}
        </a>
      ),
      sortValue: (row) => row.office.code,
    },
    {
      id: 'person',
      title: t('word.contact'),
      cell: (row) => <Contacts row={row} />,
      sortValue: (row) => row.office.contacts[0]?.name ?? null,
    },
    {
      id: 'felder',
      title: t('word.tags'),
      cell: (row) =>
        row.office.fields.map((field) => (
          <Tag key={field} tone="plain">
            {titles.get(field) ?? field}
          </Tag>
        )),
      sortValue: (row) => row.office.fields.join(' ') || null,
    },
    {
      id: 'beschaeftigte',
      title: t('word.headcount'),
      align: 'end',
      cell: (row) => (row.office.headcount === null ? '–' : whole(row.office.headcount)),
      sortValue: (row) => row.office.headcount,
    },
  ];
}

function officeName(row: FlatRow): string {
  return `${row.office.code} ${row.office.name}`;
}

function Contacts({ row }: { row: FlatRow }) {
  const { contacts } = row.office;
  if (contacts.length === 0)
    return row.parent ? <span class="muted">–</span> : <span class="trouble">{t('picker.noContact')}</span>;
  return (
    <ul class="people">
      {contacts.map((contact) => (
        <li key={contact.id}>
          {contact.name} <span class="muted">{contact.email}</span>
        </li>
      ))}
    </ul>
  );
}
