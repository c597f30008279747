import type { OutboxMail, OutboxResponse } from '../../../server/mail/mail.wire.ts';
import type { WaveResponse } from '../../../server/waves/waves.wire.ts';
import { t } from '../../i18n/i18n.ts';
import { Chips } from '../../ui/chips.tsx';
import { Empty } from '../../ui/panel.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { useLoad } from '../load.ts';
import { Page, WhenLoaded } from '../page.tsx';
import { useQuery } from '../router.ts';
import { OutboxMailEntry } from './outbox-mail.tsx';
import { useMailWatch } from './watch-mails.ts';
import { WaveTabs } from './wave-tabs.tsx';

export function OutboxPage({ id }: { id: string }) {
  const wave = useLoad<WaveResponse>(`/api/waves/${id}`);
  const outbox = useLoad<OutboxResponse>(`/api/outbox?waveId=${encodeURIComponent(id)}`);
  useMailWatch(outbox, ({ counts }) => (counts['owed'] ?? 0) + (counts['sending'] ?? 0));
  return (
    <WhenLoaded loaded={wave.loaded} reload={wave.reload}>
      {(known) => (
        <WhenLoaded loaded={outbox.loaded} reload={outbox.reload}>
          {(value) => <Outbox wave={known} outbox={value} />}
        </WhenLoaded>
      )}
    </WhenLoaded>
  );
}

function headingOf(outbox: OutboxResponse): string {
  const count = (state: string) => outbox.counts[state] ?? 0;
  const waiting = count('owed') + count('sending') + count('retrying');
  const all = Object.values(outbox.counts).reduce((sum, one) => sum + one, 0);
  if (all === 0) return t('outbox.none');
  if (waiting > 0) return t('outbox.sending', { sent: count('sent'), all });
  if (count('refused') > 0) return t('outbox.refused', { count: count('refused'), all });
  return t('outbox.done', { count: all });
}

/** Written to a folder a mail is filed, not delivered. */
function stateText(state: OutboxMail['state'], transport: OutboxResponse['transport']): string {
  return t(state === 'sent' && transport === 'folder' ? 'mailState.filed' : `mailState.${state}`);
}

function Outbox({ wave, outbox }: { wave: WaveResponse; outbox: OutboxResponse }) {
  const [state, setState] = useQuery('zeige', 'alle');
  const [search, setSearch] = useQuery('suche', '', 'replace');
  const needle = search.trim().toLocaleLowerCase();
  const mails = outbox.mails
    .filter((mail) => state === 'alle' || mail.state === state)
    .filter((mail) => `${mail.to} ${mail.subject}`.toLocaleLowerCase().includes(needle));
  const states = ['owed', 'sending', 'sent', 'retrying', 'refused', 'cancelled'] as const;
  const chips = states
    .filter((one) => (outbox.counts[one] ?? 0) > 0)
    .map((one) => ({ value: one, label: stateText(one, outbox.transport), count: outbox.counts[one] ?? 0 }));
  return (
    <Page
      name={t('tab.nachrichten')}
      crumbs={[
        { label: t('nav.waves'), href: '/erhebungen' },
        { label: wave.title, href: `/erhebungen/${wave.id}` },
        { label: t('tab.nachrichten') },
      ]}
      heading={headingOf(outbox)}
      lead={outbox.transport === 'folder' ? t('outbox.folderLead') : t('outbox.smtpLead')}
    >
      <WaveTabs wave={wave} current="nachrichten" />
      {outbox.folder === null ? null : (
        <p class="small">
          {t('outbox.folder')}: <code>{outbox.folder}</code>
        </p>
      )}
      {outbox.mails.length === 0 ? (
        <Empty title={t('outbox.emptyTitle')} text={t('outbox.emptyText')} />
      ) : (
        <>
          <div class="toolbar">
            <Chips
              label={t('cockpit.filter')}
              chips={[{ value: 'alle', label: t('filter.alle') }, ...chips]}
              chosen={state}
              choose={setState}
            />
            <SearchField label={t('outbox.search')} value={search} onInput={setSearch} />
          </div>
          <ul class="outbox">
            {mails.map((mail) => (
              <OutboxMailEntry key={mail.id} mail={mail} state={stateText(mail.state, outbox.transport)} />
            ))}
          </ul>
          {mails.length === 0 ? <p role="status">{t('outbox.nothingFound')}</p> : null}
        </>
      )}
    </Page>
  );
}
