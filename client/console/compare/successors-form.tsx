import { useState } from 'preact/hooks';
import type {
  CompareResponse,
  SuccessorRow,
  SuccessorsResponse,
} from '../../../server/comparison/comparison.wire.ts';
import { t } from '../../i18n/i18n.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { send, sendCsv } from '../api.ts';
import { FormProblems, useWork, type Work } from '../form.tsx';
import { successorsCsv, successorsTemplate } from './successors-csv.ts';
import { SuccessorsTable } from './successors-table.tsx';

interface SuccessorsFormProps {
  readonly compared: CompareResponse;
  readonly changed: () => void;
}

type Done = { readonly kind: 'kept'; readonly rows: number } | { readonly kind: 'removed' };

/** Says what became of reorganised offices: a small table, from a file or pasted. */
export function SuccessorsForm({ compared, changed }: SuccessorsFormProps) {
  const { from, to, successors } = compared;
  const work = useWork();
  const [isOpen, setOpen] = useState(false);
  const [done, setDone] = useState<Done | null>(null);
  const [removed, setRemoved] = useState<readonly SuccessorRow[]>([]);
  const path = `/api/compare/successors?from=${from.id}&to=${to.id}`;
  const keep = (content: Blob) =>
    work.run(async () => {
      setDone(null);
      const kept = await sendCsv<SuccessorsResponse>(path, content, 'PUT');
      setDone({ kind: 'kept', rows: kept.successors.length });
      changed();
    });
  const remove = () =>
    work.run(async () => {
      setRemoved(successors);
      await send('DELETE', path);
      setDone({ kind: 'removed' });
      changed();
    });
  return (
    <>
      {done === null ? null : <Said done={done} undo={() => keep(successorsCsv(removed))} />}
      <details class="successors" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t(successors.length === 0 ? 'successors.open' : 'successors.change')}</summary>
        <p class="small">{t('successors.what')}</p>
        <p class="small">{t('successors.columns')}</p>
        {successors.length === 0 ? null : (
          <>
            <SuccessorsTable compared={compared} />
            <Button kind="secondary" onClick={remove} disabled={work.busy}>
              {t('successors.remove')}
            </Button>
          </>
        )}
        <Source compared={compared} keep={keep} work={work} />
        <FormProblems error={work.error} />
      </details>
    </>
  );
}

function Said({ done, undo }: { done: Done; undo: () => void }) {
  if (done.kind === 'kept') {
    return <Alert kind="success" title={t('successors.kept', { count: done.rows })} focusKey="kept" />;
  }
  return (
    <Alert kind="info" title={t('successors.removed')} focusKey="removed">
      <Button kind="secondary" onClick={undo}>
        {t('successors.undo')}
      </Button>
    </Alert>
  );
}

interface SourceProps {
  readonly compared: CompareResponse;
  readonly keep: (content: Blob) => void;
  readonly work: Work;
}

function Source({ compared, keep, work }: SourceProps) {
  const [pasted, setPasted] = useState('');
  return (
    <div class="successors__source">
      <div class="kern-form-input">
        <label class="kern-label" for="nachfolge-datei">
          {t('successors.file')}
        </label>
        <input
          id="nachfolge-datei"
          type="file"
          accept=".csv,.txt,text/csv"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file !== undefined) keep(file);
            event.currentTarget.value = '';
          }}
        />
      </div>
      <TextArea
        label={t('successors.paste')}
        hint={t('successors.pasteHint')}
        value={pasted}
        rows={4}
        onInput={setPasted}
      />
      <div class="buttons">
        <Button
          kind="secondary"
          onClick={() => keep(new Blob([pasted], { type: 'text/csv' }))}
          disabled={pasted.trim() === ''}
          busy={work.busy ? t('successors.saving') : null}
        >
          {t('successors.save')}
        </Button>
        {pasted === '' ? (
          <Button kind="tertiary" onClick={() => setPasted(successorsTemplate(compared))}>
            {t('successors.template')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
