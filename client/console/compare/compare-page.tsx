import type { CompareResponse } from '../../../server/comparison/comparison.wire.ts';
import { ProblemError } from '../../http.ts';
import { say, t } from '../../i18n/i18n.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { useLoad } from '../load.ts';
import { Page, WhenLoaded } from '../page.tsx';
import { ChangeDialog } from './change-dialog.tsx';
import { ChangeParts } from './change-parts.tsx';
import { waveLabels } from './compared-number.ts';
import { ComputeAgain } from './compute-again.tsx';
import { DimensionChanges } from './dimension-changes.tsx';
import { EarlierChooser } from './earlier-chooser.tsx';
import { OfficeChanges } from './office-changes.tsx';
import { OnlyInOneWave } from './only-in-one-wave.tsx';
import { OrganisationPanel } from './organisation-panel.tsx';
import { QuestionnaireChanges } from './questionnaire-changes.tsx';

/** What changed between two waves, on the same questions. */
export function ComparePage({ id, fromId }: { id: string; fromId: string }) {
  const path = `/api/compare?from=${encodeURIComponent(fromId)}&to=${encodeURIComponent(id)}`;
  const { loaded, reload } = useLoad<CompareResponse>(path);
  if (loaded.state === 'failed' && loaded.error instanceof ProblemError && loaded.error.kind === 'conflict') {
    return <NotComparable id={id} fromId={fromId} reason={loaded.error.detail} />;
  }
  return (
    <WhenLoaded loaded={loaded} reload={reload}>
      {(compared) => <Comparison compared={compared} changed={reload} />}
    </WhenLoaded>
  );
}

/** The two waves exist and cannot be compared: why, and the way to others. */
function NotComparable({ id, fromId, reason }: { id: string; fromId: string; reason: string }) {
  return (
    <Page
      name={t('compare.name')}
      crumbs={[{ label: t('nav.results'), href: '/ergebnisse' }, { label: t('compare.name') }]}
      heading={t('compare.impossible')}
      lead={reason}
      actions={<EarlierChooser from={fromId} to={id} />}
    >
      <ButtonLink kind="secondary" href={`/ergebnisse/${id}`}>
        {t('compare.back')}
      </ButtonLink>
    </Page>
  );
}

function Comparison({ compared, changed }: { compared: CompareResponse; changed: () => void }) {
  const { from, to, finding, cityChanges } = compared;
  const index = cityChanges['index'];
  return (
    <Page
      name={t('compare.name')}
      crumbs={[
        { label: t('nav.results'), href: '/ergebnisse' },
        { label: to.title, href: `/ergebnisse/${to.id}` },
        { label: t('compare.crumb', waveLabels(compared)) },
      ]}
      heading={say(finding.heading)}
      lead={say(finding.lead)}
      actions={<EarlierChooser from={from.id} to={to.id} />}
    >
      <div class="compare-top">
        <DimensionChanges compared={compared} />
        <div class="stack compare-top__side">
          {index === undefined ? null : <ChangeParts index={index} />}
          <OrganisationPanel compared={compared} changed={changed} />
        </div>
      </div>
      <div class="stack compare-more">
        <OfficeChanges compared={compared} />
        <QuestionnaireChanges compared={compared} />
        <OnlyInOneWave compared={compared} />
        <ComputeAgain compared={compared} />
      </div>
      <ChangeDialog compared={compared} />
    </Page>
  );
}
