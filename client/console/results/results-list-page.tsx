import { useEffect } from 'preact/hooks';
import type { WavesResponse } from '../../../server/waves/waves.wire.ts';
import { t } from '../../i18n/i18n.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Empty } from '../../ui/panel.tsx';
import { useLoad } from '../load.ts';
import { LoadingPage, Page, WhenLoaded } from '../page.tsx';
import { navigate } from '../router.ts';

/** Leads to the newest started wave; before the first one it says what will be here. */
export function ResultsListPage() {
  const { loaded, reload } = useLoad<WavesResponse>('/api/waves');
  return (
    <WhenLoaded loaded={loaded} reload={reload}>
      {({ waves }) => {
        const latest = waves.find((wave) => wave.state !== 'draft');
        return latest === undefined ? <NoResults /> : <Forward href={`/ergebnisse/${latest.id}`} />;
      }}
    </WhenLoaded>
  );
}

function Forward({ href }: { href: string }) {
  useEffect(() => navigate(href, 'replace'), [href]);
  return <LoadingPage />;
}

function NoResults() {
  return (
    <Page name={t('nav.results')} heading={t('results.none')} lead={t('results.noneLead')}>
      <Empty title={t('results.emptyTitle')} text={t('results.emptyText')}>
        <ButtonLink href="/erhebungen">{t('results.emptyAction')}</ButtonLink>
      </Empty>
    </Page>
  );
}
