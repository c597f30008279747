import { useState } from 'preact/hooks';
import type { ImportResponse, OfficesResponse } from '../../../server/offices/offices.wire.ts';
import { t } from '../../i18n/i18n.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { sendCsv } from '../api.ts';
import { FormProblems, useWork } from '../form.tsx';
import { useLoad } from '../load.ts';
import { Page } from '../page.tsx';
import { ImportPreview } from './import-preview.tsx';
import { readImportRefusal } from './import-refusal.ts';
import { ImportTeaching } from './import-teaching.tsx';

interface Chosen {
  readonly name: string;
  readonly content: Blob;
}

/** An import is looked at first: what is new, what changes, what is wrong; then one button writes it. */
export function ImportPage() {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [preview, setPreview] = useState<ImportResponse | null>(null);
  const [done, setDone] = useState<ImportResponse | null>(null);
  const work = useWork();
  const offices = useLoad<OfficesResponse>('/api/offices');
  const look = (next: Chosen) => {
    setChosen(next);
    setPreview(null);
    setDone(null);
    work.run(async () => setPreview(await lookAt(next.content)));
  };
  const write = () =>
    work.run(async () => {
      if (chosen === null) return;
      setDone(await sendCsv<ImportResponse>('/api/offices/import', chosen.content));
      setPreview(null);
    });
  return (
    <Page
      name={t('import.name')}
      crumbs={[{ label: t('nav.offices'), href: '/aemter' }, { label: t('import.name') }]}
      heading={t('import.heading')}
      lead={t('import.lead')}
    >
      <div class="stack">
        {done === null ? null : <Imported result={done} />}
        <Source look={look} busy={work.busy} />
        <FormProblems error={work.error} />
        {work.busy ? <p role="status">{t('import.looking')}</p> : null}
        {preview === null ? null : (
          <ImportPreview preview={preview} name={chosen?.name ?? ''} write={write} busy={work.busy} />
        )}
        {offices.loaded.state === 'ready' && preview === null ? (
          <ImportTeaching fields={offices.loaded.value.fields} />
        ) : null}
      </div>
    </Page>
  );
}

/** A refused dry run is a result too: its problems belong into the table. */
async function lookAt(content: Blob): Promise<ImportResponse> {
  try {
    return await sendCsv<ImportResponse>('/api/offices/import?dryRun=true', content);
  } catch (error) {
    const refused = readImportRefusal(error);
    if (refused === null) throw error;
    return refused;
  }
}

function Source({ look, busy }: { look: (chosen: Chosen) => void; busy: boolean }) {
  const [pasted, setPasted] = useState('');
  const paste = () => look({ name: t('import.pasted'), content: new Blob([pasted], { type: 'text/csv' }) });
  return (
    <Panel title={t('import.source')}>
      <div class="source">
        <div class="kern-form-input">
          <label class="kern-label" for="datei">
            {t('import.file')}
          </label>
          <input
            id="datei"
            type="file"
            accept=".csv,.txt,text/csv"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file !== undefined) look({ name: file.name, content: file });
            }}
          />
        </div>
        <div>
          <TextArea
            label={t('import.paste')}
            hint={t('import.pasteHint')}
            value={pasted}
            onInput={setPasted}
          />
          <Button kind="secondary" onClick={paste} disabled={pasted.trim() === '' || busy}>
            {t('import.look')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

function Imported({ result }: { result: ImportResponse }) {
  return (
    <Alert
      kind="success"
      title={t('import.done', {
        created: t('count.offices', { count: result.offices.created.length }),
        changed: result.offices.changed.length,
        people: t('count.people', { count: result.contacts.created }),
      })}
    >
      <ButtonLink kind="secondary" href="/aemter">
        {t('import.toOffices')}
      </ButtonLink>
    </Alert>
  );
}
