import type { InvitationsResponse } from '../../../server/invitations/invitations.wire.ts';
import type { ReturnCounts, WaveResponse } from '../../../server/waves/waves.wire.ts';
import { longDate } from '../../i18n/dates.ts';
import { t } from '../../i18n/i18n.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Empty } from '../../ui/panel.tsx';
import { useLoad } from '../load.ts';
import { Page, WhenLoaded } from '../page.tsx';
import { CloseButton } from './close-button.tsx';
import { CockpitTable } from './cockpit-table.tsx';
import { ModeNote, ModeTag } from './mode-tag.tsx';
import { ReturnPanel } from './return-panel.tsx';
import { useMailWatch } from './watch-mails.ts';
import { WaveTabs } from './wave-tabs.tsx';

/** The return of a running or closed wave, looked at again by itself. */
export function Cockpit(props: {
  wave: WaveResponse;
  replace: (wave: WaveResponse) => void;
  reload: () => void;
}) {
  const { wave } = props;
  const load = useLoad<InvitationsResponse>(`/api/waves/${wave.id}/invitations`);
  const { loaded, reload } = load;
  useMailWatch(load, mailsOnTheirWay);
  return (
    <Page
      name={t('word.wave')}
      crumbs={[{ label: t('nav.waves'), href: '/erhebungen' }, { label: wave.title }]}
      heading={headingOf(wave, loaded.state === 'ready' ? loaded.value.counts : wave.counts)}
      headingTag={<ModeTag wave={wave} />}
      lead={<Lead wave={wave} />}
      actions={
        <>
          <ButtonLink kind={wave.state === 'open' ? 'secondary' : 'primary'} href={`/ergebnisse/${wave.id}`}>
            {t('cockpit.results')}
          </ButtonLink>
          {wave.state === 'open' ? <CloseButton wave={wave} closed={props.replace} /> : null}
        </>
      }
    >
      <WaveTabs wave={wave} current="ruecklauf" />
      <ModeNote wave={wave} />
      <WhenLoaded loaded={loaded} reload={reload}>
        {(value) => (
          <>
            <ReturnPanel counts={value.counts} mode={wave.mode} anonymous={value.anonymous} />
            {value.invitations.length === 0 ? (
              <Empty title={t('cockpit.emptyTitle')} text={t('cockpit.emptyText')} />
            ) : (
              <CockpitTable
                invitations={value.invitations}
                anonymous={value.anonymous}
                mode={wave.mode}
                open={wave.state === 'open'}
                changed={reload}
              />
            )}
          </>
        )}
      </WhenLoaded>
    </Page>
  );
}

function headingOf(wave: WaveResponse, { submitted, offices, invitations }: ReturnCounts): string {
  return wave.mode === 'several'
    ? t('cockpit.headingPeople', { submitted, people: invitations })
    : t('cockpit.heading', { submitted, offices });
}

/** Of a wave without invitations the first is still to come. */
function mailsOnTheirWay({ invitations }: InvitationsResponse): number {
  if (invitations.length === 0) return 1;
  return invitations.filter(({ mail }) => ['none', 'owed', 'sending'].includes(mail.state)).length;
}

function Lead({ wave }: { wave: WaveResponse }) {
  const date = longDate(wave.deadline);
  if (wave.state === 'closed') return <>{t('cockpit.closed', { date })}</>;
  if (wave.daysLeft < 0) return <>{t('cockpit.over', { date })}</>;
  if (wave.daysLeft === 0) return <>{t('cockpit.today')}</>;
  return (
    <>
      {t('cockpit.leadBefore')} <strong>{t('count.days', { count: wave.daysLeft })}</strong>
      {t('cockpit.leadAfter', { date })}
    </>
  );
}
