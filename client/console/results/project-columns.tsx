import type { Project } from '../../../server/projects/projects.wire.ts';
import { shortDate } from '../../i18n/dates.ts';
import { say, t } from '../../i18n/i18n.ts';
import type { Column } from '../../ui/table.tsx';
import { whole } from '../numbers.ts';

function textColumn(id: string, title: string, textOf: (project: Project) => string): Column<Project> {
  return {
    id,
    title,
    cell: (project) => textOf(project) || '–',
    sortValue: (project) => textOf(project) || null,
  };
}

function dateColumn(id: string, title: string, dateOf: (project: Project) => string): Column<Project> {
  return {
    id,
    title,
    cell: (project) =>
      dateOf(project) === '' ? '–' : <span class="nowrap">{shortDate(dateOf(project))}</span>,
    sortValue: (project) => dateOf(project) || null,
  };
}

/** Columns of the register; without a wave the office is known already and left out. */
export function projectColumns(waveId: string | null): readonly Column<Project>[] {
  const office: Column<Project> = {
    id: 'amt',
    title: t('word.office'),
    cell: (project) => (
      <a
        class="office-link"
        href={`/ergebnisse/${waveId}/amt/${project.officeId}`}
      >{`${project.officeCode} ${project.officeName}`}</a>
    ),
    sortValue: (project) => project.officeCode,
  };
  return [
    textColumn('projekt', t('project.title'), (project) => project.title),
    ...(waveId === null ? [] : [office]),
    textColumn('ziel', t('project.aim'), (project) => project.aim),
    textColumn('feld', t('project.field'), (project) => (project.field === null ? '' : say(project.field))),
    {
      id: 'stand',
      title: t('word.state'),
      cell: (project) => <span class="nowrap">{project.status === null ? '–' : say(project.status)}</span>,
      sortValue: (project) => (project.status === null ? null : say(project.status)),
    },
    dateColumn('beginn', t('project.start'), (project) => project.start),
    dateColumn('ende', t('project.end'), (project) => project.end),
    {
      id: 'budget',
      title: t('project.budget'),
      align: 'end',
      cell: (project) => (project.budget === null ? '–' : `${whole(project.budget)}\u00a0€`),
      sortValue: (project) => project.budget,
    },
    {
      ...textColumn('leitung', t('project.lead'), (project) => project.lead),
      cell: (project) => <span class="person-name">{project.lead || '–'}</span>,
    },
    textColumn('risiko', t('project.risk'), (project) => project.risk),
  ];
}
