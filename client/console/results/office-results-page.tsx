import type { OfficeResultsResponse, ResultsResponse } from '../../../server/results/results.wire.ts';
import type { ShownScore } from '../../../server/scores/scores.wire.ts';
import { compareText } from '../../i18n/dates.ts';
import { say, t } from '../../i18n/i18n.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Empty, Panel } from '../../ui/panel.tsx';
import { readSorting, writeSorting } from '../../ui/sorting.ts';
import { Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useLoad } from '../load.ts';
import { Page, WhenLoaded } from '../page.tsx';
import { hrefWith, usePlace, useQuery } from '../router.ts';
import { DimensionTable } from './dimension-table.tsx';
import { chosenDimension } from './office-dimensions.ts';
import { ProfilePanel } from './profile-panel.tsx';
import { projectColumns } from './project-columns.tsx';
import { dimensionNamed, numberName } from './provenance/number-address.ts';
import { OriginPanel } from './provenance/origin-panel.tsx';
import { UnclearPanel } from './unclear-panel.tsx';

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
      lead={<Lead results={results} />}
    >
      <OfficeBody results={results} />
      <Neighbours waveId={wave.id} officeId={office.officeId} />
    </Page>
  );
}

/** What the finding means; beside it the way to the number in the heading. */
function Lead({ results }: { results: OfficeResultsResponse }) {
  const place = usePlace();
  const indexed = (results.office.score?.index ?? null) !== null;
  return (
    <>
      {say(results.finding.lead)}{' '}
      {indexed ? (
        <a href={hrefWith(place, { zahl: numberName(null), teile: null })}>{t('gauge.why')}</a>
      ) : null}
    </>
  );
}

function OfficeBody({ results }: { results: OfficeResultsResponse }) {
  const { office, wave } = results;
  const people = t('count.people', { count: wave.minGroup ?? 0 });
  if (office.score === null) {
    const secret = wave.mode === 'several' && wave.state === 'open';
    return (
      <Empty
        title={t(secret ? 'secret.title' : 'office.emptyTitle')}
        text={t(secret ? 'secret.why' : 'office.emptyText')}
      >
        <ButtonLink href={`/erhebungen/${wave.id}`}>{t('heatmap.emptyAction')}</ButtonLink>
      </Empty>
    );
  }
  if (office.score.status === 'suppressed') {
    return (
      <Empty title={t('secret.officeTitle')} text={t('secret.officeText', { people })}>
        <ButtonLink kind="secondary" href={`/ergebnisse/${wave.id}`}>
          {t('secret.back')}
        </ButtonLink>
      </Empty>
    );
  }
  return (
    <div class="stack">
      <div class="office-top">
        <DimensionTable results={results} score={office.score} />
        <ProfilePanel results={results} score={office.score} />
      </div>
      <Origin results={results} score={office.score} />
      {wave.mode === 'several' ? <UnclearPanel results={results} /> : <Projects results={results} />}
    </div>
  );
}

/** The number asked for, else the lowest of the office, which raises the most questions. */
function Origin({ results, score }: { results: OfficeResultsResponse; score: ShownScore }) {
  const [asked] = useQuery('zahl', '');
  const usual = chosenDimension(results.dimensions, score, '')?.id ?? null;
  const dimension = asked === '' ? usual : dimensionNamed(asked);
  return (
    <OriginPanel
      key={numberName(dimension)}
      number={{ waveId: results.wave.id, office: results.office.officeId, dimension }}
      asked={asked !== ''}
    />
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
