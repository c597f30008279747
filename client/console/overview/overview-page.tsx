import type { OverviewResponse } from '../../../server/overview/overview.wire.ts';
import { localDay, plainDate } from '../../i18n/dates.ts';
import { say, t } from '../../i18n/i18n.ts';
import { useLoad } from '../load.ts';
import { Page, WhenLoaded } from '../page.tsx';
import { CityGauge } from './city-gauge.tsx';
import { FirstRun } from './first-run.tsx';
import { NextList } from './next-list.tsx';
import { RankedPanel } from './ranked-panel.tsx';
import { YearsPanel } from './years-panel.tsx';

export function OverviewPage() {
  const { loaded, reload } = useLoad<OverviewResponse>('/api/overview');
  return (
    <WhenLoaded loaded={loaded} reload={reload}>
      {(overview) =>
        overview.wave === null ? <FirstRun steps={overview.steps} /> : <Overview overview={overview} />
      }
    </WhenLoaded>
  );
}

function Overview({ overview }: { overview: OverviewResponse }) {
  const { finding, wave } = overview;
  return (
    <Page
      name={t('nav.overview')}
      kicker={wave === null ? '' : kicker(wave)}
      heading={finding === null ? overview.city : say(finding.heading)}
      lead={finding === null ? undefined : say(finding.lead)}
    >
      <div class="overview-top">
        <CityGauge overview={overview} />
        {wave === null ? null : <YearsPanel waveId={wave.id} />}
      </div>
      {overview.cityScore === null || overview.strengths.length === 0 ? null : (
        <div class="overview-pair">
          <RankedPanel title={t('overview.strengths')} rows={overview.strengths} overview={overview} />
          <RankedPanel title={t('overview.gaps')} rows={overview.gaps} overview={overview} />
        </div>
      )}
      <NextList steps={overview.next} />
    </Page>
  );
}

function kicker(wave: NonNullable<OverviewResponse['wave']>): string {
  const state = t(`state.${wave.state}`);
  const today = plainDate(localDay(new Date()));
  return t('overview.kicker', { date: today, wave: wave.title, state });
}
