import { useState } from 'preact/hooks';
import type { OfficesResponse } from '../../../server/offices/offices.wire.ts';
import type { QuestionnairesResponse } from '../../../server/questionnaires/questionnaires.wire.ts';
import type { WaveResponse } from '../../../server/waves/waves.wire.ts';
import { clockTime } from '../../i18n/dates.ts';
import { t } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { send } from '../api.ts';
import { FormProblems } from '../form.tsx';
import { useLoad } from '../load.ts';
import { Page, WhenLoaded } from '../page.tsx';
import { navigate } from '../router.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { DraftChecks } from './draft-checks.tsx';
import { DraftMails } from './draft-mails.tsx';
import { DraftDates, DraftOffices, DraftQuestionnaire, draftLabel } from './draft-parts.tsx';
import { OpenButton } from './open-button.tsx';
import { DraftReminders } from './reminder-draft.tsx';
import { type DraftState, useDraft } from './use-draft.ts';

interface DraftProps {
  readonly wave: WaveResponse;
  readonly replace: (wave: WaveResponse) => void;
}

export function DraftPage({ wave, replace }: DraftProps) {
  const offices = useLoad<OfficesResponse>('/api/offices');
  const catalog = useLoad<QuestionnairesResponse>('/api/questionnaires');
  return (
    <WhenLoaded loaded={offices.loaded} reload={offices.reload}>
      {(known) => (
        <WhenLoaded loaded={catalog.loaded} reload={catalog.reload}>
          {(questionnaires) => <Draft wave={wave} replace={replace} known={known} catalog={questionnaires} />}
        </WhenLoaded>
      )}
    </WhenLoaded>
  );
}

function Draft(props: DraftProps & { known: OfficesResponse; catalog: QuestionnairesResponse }) {
  const { wave, replace, known, catalog } = props;
  const draft = useDraft(wave, replace);
  const people = peopleOf(draft.values.officeIds, known);
  return (
    <Page
      name={t('word.wave')}
      crumbs={[{ label: t('nav.waves'), href: '/erhebungen' }, { label: wave.title }]}
      heading={t('draft.heading', { title: draft.values.title })}
      lead={t('draft.lead')}
      actions={
        <ButtonLink kind="secondary" href={`/erhebungen/${wave.id}/vorschau`}>
          {t('draft.preview')}
        </ButtonLink>
      }
    >
      <div class="stack">
        <FormProblems error={draft.error} labelOf={draftLabel} />
        <DraftQuestionnaire draft={draft.values} catalog={catalog} change={draft.change} />
        <DraftOffices draft={draft.values} known={known} change={draft.change} />
        <DraftDates draft={draft.values} change={draft.change} />
        <DraftReminders wave={wave} />
        <DraftMails wave={wave} />
        <DraftChecks wave={wave} nameOf={(id) => officeName(id, known)} />
        <div class="page-end">
          <OpenButton
            wave={wave}
            people={people}
            ready={!draft.saving && !draft.waiting && draft.error === null}
            opened={replace}
          />
          <SaveState draft={draft} />
          <DeleteDraft wave={wave} />
        </div>
      </div>
    </Page>
  );
}

function peopleOf(officeIds: readonly string[], known: OfficesResponse): number {
  const asked = new Set(officeIds);
  return known.offices
    .filter((office) => asked.has(office.id))
    .reduce((sum, office) => sum + office.contacts.length, 0);
}

function officeName(id: string, known: OfficesResponse): string {
  const office = known.offices.find((one) => one.id === id);
  return office === undefined ? id : `${office.code} ${office.name}`;
}

function SaveState({ draft }: { draft: DraftState }) {
  return (
    <p class="small" role="status">
      {saveText(draft)}
    </p>
  );
}

function saveText({ waiting, saving, savedAt }: DraftState): string {
  if (waiting) return t('draft.waiting');
  if (saving) return t('draft.saving');
  return savedAt === null ? t('draft.kept') : t('draft.saved', { time: clockTime(savedAt) });
}

function DeleteDraft({ wave }: { wave: WaveResponse }) {
  const [asking, setAsking] = useState(false);
  const remove = async () => {
    await send('DELETE', `/api/waves/${wave.id}`);
    navigate('/erhebungen', 'replace');
  };
  return (
    <>
      <Button kind="tertiary" onClick={() => setAsking(true)}>
        {t('draft.delete')}
      </Button>
      {asking ? (
        <ConfirmDialog
          title={t('draft.deleteTitle')}
          action={t('draft.delete')}
          act={remove}
          close={() => setAsking(false)}
        >
          <p>{t('draft.deleteText', { title: wave.title })}</p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
