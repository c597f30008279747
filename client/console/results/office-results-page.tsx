import type { OfficeResultsResponse, ResultsResponse } from '../../../server/results/results.wire.ts';
import { compareText } from '../../i18n/dates.ts';
import { say, t } from '../../i18n/i18n.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Empty, Panel } from '../../ui/panel.tsx';
import { readSorting, writeSorting } from '../../ui/sorting.ts';
import { Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useLoad } from '../load.ts';
import { Page, WhenLoaded } from '../page.tsx';
import { useQuery } from '../router.ts';
import { DimensionTable } from './dimension-table.tsx';
import { Explanation } from './explanation.tsx';
import { ProfilePanel } from './profile-panel.tsx';
import { projectColumns } from './project-columns.tsx';

export function OfficeResultsPage({ id, officeId }: { id: string; officeId: string }) {
  const office = useLoad<OfficeResultsResponse>(`/api/waves/${id}/results/offices/${officeId}`);
  return (
    <WhenLoaded loaded={office.loaded} reload={office.reload}>
      {(results) => <OfficeResults results={results} />}
    </WhenLoaded>
  );
}

function OfficeResults({ results }: { results: OfficeResultsResponse }) {
  const { office, division, wave } = results;
  const back = `/ergebnisse/${wave.id}`;
  return (
    <Page
      name={`${office.code} ${office.name}`}
      crumbs={[
        { label: wave.title, href: back },
        ...(division === null ? [] : [{ label: `${division.code} ${division.name}`, href: back }]),
        { label: `${office.code} ${office.name}` },
      ]}
      heading={say(results.finding.heading)}
      headingTag={
        office.score?.status === 'provisional' ? <Tag tone="warn">{t('word.provisional')}</Tag> : undefined
      }
      lead={say(results.finding.lead)}
    >
      {office.score === null ? (
        <Empty title={t('office.emptyTitle')} text={t('office.emptyText')}>
          <ButtonLink href={`/erhebungen/${wave.id}`}>{t('heatmap.emptyAction')}</ButtonLink>
        </Empty>
      ) : (
        <div class="stack">
          <div class="office-top">
            <DimensionTable results={results} score={office.score} />
            <ProfilePanel results={results} score={office.score} />
          </div>
          <Explanation results={results} score={office.score} />
          <Projects results={results} />
        </div>
      )}
      <Neighbours waveId={wave.id} officeId={office.officeId} />
    </Page>
  );
}

function Projects({ results }: { results: OfficeResultsResponse }) {
  const [order, setOrder] = useQuery('sortiert', 'projekt');
  if (results.projects.length === 0) {
    return (
      <Panel title={t('office.projectsNone')}>
        <p class="small">{t('office.projectsNoneText')}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t('office.projects', { count: results.projects.length })}>
      <Table
        caption={t('view.projekte')}
        columns={projectColumns(null)}
        rows={results.projects}
        rowKey={(project) => project.rowId}
        sorting={readSorting(order)}
        sort={(sorting) => setOrder(writeSorting(sorting))}
        compareText={compareText}
      />
    </Panel>
  );
}

/** The office before and the one after, by code, among those with results. */
function Neighbours({ waveId, officeId }: { waveId: string; officeId: string }) {
  const { loaded } = useLoad<ResultsResponse>(`/api/waves/${waveId}/results`);
  if (loaded.state !== 'ready') return null;
  const offices = loaded.value.offices
    .filter((office) => office.score !== null || office.officeId === officeId)
    .toSorted((a, b) => compareText(a.code, b.code));
  const here = offices.findIndex((office) => office.officeId === officeId);
  const before = here > 0 ? offices[here - 1] : undefined;
  const after = offices[here + 1];
  return (
    <nav class="neighbours" aria-label={t('office.neighbours')}>
      {before === undefined ? (
        <span />
      ) : (
        <a
          href={`/ergebnisse/${waveId}/amt/${before.officeId}`}
          rel="prev"
        >{`← ${before.code} ${before.name}`}</a>
      )}
      {after === undefined ? null : (
        <a
          href={`/ergebnisse/${waveId}/amt/${after.officeId}`}
          rel="next"
        >{`${after.code} ${after.name} →`}</a>
      )}
    </nav>
  );
}
