import { useState } from 'preact/hooks';
import type { OfficesResponse } from '../../../server/offices/offices.wire.ts';
import type { QuestionnairesResponse } from '../../../server/questionnaires/questionnaires.wire.ts';
import type { WaveResponse } from '../../../server/waves/waves.wire.ts';
import { language, say, t } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Empty } from '../../ui/panel.tsx';
import { send } from '../api.ts';
import { FormProblems, useWork } from '../form.tsx';
import { useLoad } from '../load.ts';
import { Page, WhenLoaded } from '../page.tsx';
import { navigate } from '../router.ts';
import { DraftDates, DraftOffices, DraftQuestionnaire, draftLabel } from './draft-parts.tsx';
import { type DraftValues, lacksConsent, sentDraft, usualSeveral } from './draft-values.ts';
import { usualDeadline, usualTitle } from './wave-defaults.ts';

const crumbs = () => [{ label: t('nav.waves'), href: '/erhebungen' }, { label: t('draft.new') }];

export function NewWavePage() {
  const offices = useLoad<OfficesResponse>('/api/offices');
  const catalog = useLoad<QuestionnairesResponse>('/api/questionnaires');
  return (
    <WhenLoaded loaded={offices.loaded} reload={offices.reload}>
      {(known) => (
        <WhenLoaded loaded={catalog.loaded} reload={catalog.reload}>
          {(questionnaires) =>
            known.offices.some((office) => office.contacts.length > 0) ? (
              <NewWave known={known} catalog={questionnaires} />
            ) : (
              <NobodyToAsk />
            )
          }
        </WhenLoaded>
      )}
    </WhenLoaded>
  );
}

function NobodyToAsk() {
  return (
    <Page name={t('draft.new')} crumbs={crumbs()} heading={t('draft.nobody')}>
      <Empty title={t('draft.nobodyTitle')} text={t('draft.nobodyText')}>
        <ButtonLink href="/aemter/einlesen">{t('offices.import')}</ButtonLink>
      </Empty>
    </Page>
  );
}

function firstDraft(known: OfficesResponse, catalog: QuestionnairesResponse): DraftValues {
  const first = catalog.questionnaires[0];
  const now = new Date();
  return {
    title: usualTitle(first === undefined ? t('word.wave') : say(first.title), now),
    questionnaire: { id: first?.id ?? '', version: first?.version ?? 1 },
    officeIds: known.offices.filter((office) => office.contacts.length > 0).map((office) => office.id),
    deadline: usualDeadline(now),
    language: language(),
    mode: 'official',
    several: usualSeveral,
  };
}

function NewWave({ known, catalog }: { known: OfficesResponse; catalog: QuestionnairesResponse }) {
  const [draft, setDraft] = useState(() => firstDraft(known, catalog));
  const work = useWork();
  const change = (changes: Partial<DraftValues>) => setDraft({ ...draft, ...changes });
  const save = () =>
    work.run(async () => {
      const wave = await send<WaveResponse>('POST', '/api/waves', sentDraft(draft, draft.mode));
      navigate(`/erhebungen/${wave.id}`, 'replace');
    });
  return (
    <Page name={t('draft.new')} crumbs={crumbs()} heading={t('draft.newHeading')} lead={t('draft.newLead')}>
      <div class="stack">
        <FormProblems error={work.error} labelOf={draftLabel} />
        <DraftQuestionnaire draft={draft} catalog={catalog} change={change} />
        <DraftOffices draft={draft} known={known} change={change} />
        <DraftDates draft={draft} change={change} />
        <div class="page-end">
          <Button onClick={save} disabled={lacksConsent(draft)} busy={work.busy ? t('draft.saving') : null}>
            {t('draft.save')}
          </Button>
          <p class="small">{t('draft.saveHint')}</p>
        </div>
      </div>
    </Page>
  );
}
