import type { Project, ProjectsResponse } from '../../../server/projects/projects.wire.ts';
import { compareText } from '../../i18n/dates.ts';
import { t } from '../../i18n/i18n.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Empty } from '../../ui/panel.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { readSorting, writeSorting } from '../../ui/sorting.ts';
import { Table } from '../../ui/table.tsx';
import { useLoad } from '../load.ts';
import { WhenLoaded } from '../page.tsx';
import { useQuery } from '../router.ts';
import { projectColumns } from './project-columns.tsx';

/** The project register of a wave. */
export function ProjectsView({ waveId }: { waveId: string }) {
  const { loaded, reload } = useLoad<ProjectsResponse>(`/api/waves/${waveId}/projects`);
  return (
    <WhenLoaded loaded={loaded} reload={reload}>
      {(value) =>
        value.projects.length === 0 ? (
          <Empty title={t('projects.emptyTitle')} text={t('projects.emptyText')} />
        ) : (
          <Register waveId={waveId} register={value} />
        )
      }
    </WhenLoaded>
  );
}

function matches(project: Project, needle: string): boolean {
  const text = [
    project.title,
    project.aim,
    project.officeCode,
    project.officeName,
    project.lead,
    project.risk,
  ].join(' ');
  return text.toLocaleLowerCase().includes(needle);
}

function Register({ waveId, register }: { waveId: string; register: ProjectsResponse }) {
  const [order, setOrder] = useQuery('sortiert', 'projekt');
  const [search, setSearch] = useQuery('suche', '', 'replace');
  const found = register.projects.filter((project) => matches(project, search.trim().toLocaleLowerCase()));
  return (
    <>
      <h2 class="section-title">
        {t('projects.finding', {
          projects: t('count.projects', { count: register.projects.length }),
          offices: t('count.inOffices', {
            count: new Set(register.projects.map((one) => one.officeId)).size,
          }),
        })}
      </h2>
      <div class="toolbar">
        <SearchField label={t('projects.search')} value={search} onInput={setSearch} />
        <ButtonLink kind="tertiary" href={`/api/waves/${waveId}/projects.csv`} download="">
          {t('download.projectsCsv')}
        </ButtonLink>
      </div>
      <Table
        caption={t('view.projekte')}
        columns={projectColumns(waveId)}
        rows={found}
        rowKey={(project) => `${project.officeId} ${project.rowId}`}
        sorting={readSorting(order)}
        sort={(sorting) => setOrder(writeSorting(sorting))}
        compareText={compareText}
      />
      {found.length === 0 ? <p role="status">{t('projects.nothingFound')}</p> : null}
    </>
  );
}
