import { useEffect } from 'preact/hooks';
import type { WaveResponse, WavesResponse } from '../../../server/waves/waves.wire.ts';
import { t } from '../../i18n/i18n.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Empty } from '../../ui/panel.tsx';
import { useLoad } from '../load.ts';
import { LoadingPage, MissingPage, Page, WhenLoaded } from '../page.tsx';
import { earlierWave } from '../results/earlier-wave.ts';
import { navigate } from '../router.ts';

/** Leads to the comparison with the wave before; of the first wave it says what will be here. */
export function CompareEarlierPage({ id }: { id: string }) {
  const { loaded, reload } = useLoad<WavesResponse>('/api/waves');
  return (
    <WhenLoaded loaded={loaded} reload={reload}>
      {({ waves }) => {
        const wave = waves.find((one) => one.id === id);
        if (wave === undefined) return <MissingPage retry={reload} />;
        const before = earlierWave(waves, id);
        return before === undefined ? <FirstWave wave={wave} /> : <Forward to={id} from={before.id} />;
      }}
    </WhenLoaded>
  );
}

function Forward({ to, from }: { to: string; from: string }) {
  useEffect(() => navigate(`/ergebnisse/${to}/vergleich/${from}`, 'replace'), [to, from]);
  return <LoadingPage />;
}

function FirstWave({ wave }: { wave: WaveResponse }) {
  return (
    <Page
      name={t('compare.name')}
      crumbs={[
        { label: t('nav.results'), href: '/ergebnisse' },
        { label: wave.title, href: `/ergebnisse/${wave.id}` },
        { label: t('compare.name') },
      ]}
      heading={t('compare.onlyOne')}
      lead={t('compare.onlyOneLead', { wave: wave.title })}
    >
      <Empty title={t('compare.emptyTitle')} text={t('compare.emptyText')}>
        <ButtonLink href="/erhebungen/neu">{t('compare.emptyAction')}</ButtonLink>
      </Empty>
    </Page>
  );
}
