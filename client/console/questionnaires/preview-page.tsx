import type { QuestionnaireResponse } from '../../../server/questionnaires/questionnaires.wire.ts';
import type { SettingsResponse } from '../../../server/settings/settings.wire.ts';
import type { WaveResponse } from '../../../server/waves/waves.wire.ts';
import { language, say, t } from '../../i18n/i18n.ts';
import { useLoad } from '../load.ts';
import { type Crumb, Page, WhenLoaded } from '../page.tsx';
import { usualDeadline } from '../waves/wave-defaults.ts';
import { WaveTabs } from '../waves/wave-tabs.tsx';
import { sampleQuestionnaire } from './sample-questionnaire.ts';
import { Tryout } from './tryout.tsx';

/** The questionnaire of a wave as its respondents see it. */
export function WavePreviewPage({ id }: { id: string }) {
  const { loaded, reload } = useLoad<WaveResponse>(`/api/waves/${id}`);
  return (
    <WhenLoaded loaded={loaded} reload={reload}>
      {(wave) => <WavePreview wave={wave} />}
    </WhenLoaded>
  );
}

function WavePreview({ wave }: { wave: WaveResponse }) {
  const crumbs = [
    { label: t('nav.waves'), href: '/erhebungen' },
    { label: wave.title, href: `/erhebungen/${wave.id}` },
    { label: t('tab.vorschau') },
  ];
  return (
    <Preview
      questionnaire={{ id: wave.questionnaire.id, version: String(wave.questionnaire.version) }}
      wave={wave}
      crumbs={() => crumbs}
    />
  );
}

export function QuestionnairePreviewPage({ id, version }: { id: string; version: string }) {
  return (
    <Preview
      questionnaire={{ id, version }}
      wave={null}
      crumbs={(title) => [
        { label: t('nav.questionnaires'), href: '/frageboegen' },
        { label: title, href: `/frageboegen/${id}/${version}` },
        { label: t('tryout.name') },
      ]}
    />
  );
}

interface PreviewProps {
  readonly questionnaire: { readonly id: string; readonly version: string };
  readonly wave: WaveResponse | null;
  readonly crumbs: (title: string) => readonly Crumb[];
}

function Preview({ questionnaire, wave, crumbs }: PreviewProps) {
  const { id, version } = questionnaire;
  const definition = useLoad<QuestionnaireResponse>(`/api/questionnaires/${id}/versions/${version}`);
  const settings = useLoad<SettingsResponse>('/api/settings');
  return (
    <WhenLoaded loaded={definition.loaded} reload={definition.reload}>
      {({ plan, summary }) => (
        <WhenLoaded loaded={settings.loaded} reload={settings.reload}>
          {(known) => (
            <Page
              name={t('tryout.name')}
              crumbs={crumbs(say(summary.title))}
              heading={t('tryout.heading')}
              lead={t('tryout.lead')}
            >
              {wave === null ? null : <WaveTabs wave={wave} current="vorschau" />}
              <Tryout
                shown={sampleQuestionnaire({
                  plan,
                  settings: known,
                  wave: {
                    title: wave?.title ?? say(summary.title),
                    deadline: wave?.deadline ?? usualDeadline(new Date()),
                    language: wave?.language ?? language(),
                    several: wave?.several ?? null,
                  },
                  texts: { office: t('tryout.allOffice'), person: t('tryout.person') },
                })}
              />
            </Page>
          )}
        </WhenLoaded>
      )}
    </WhenLoaded>
  );
}
