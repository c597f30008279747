import { useEffect, useState } from 'preact/hooks';
import type { ResultsResponse } from '../../../../server/results/results.wire.ts';
import type { TargetsRequest, WaveResponse } from '../../../../server/waves/waves.wire.ts';
import { ProblemError } from '../../../http.ts';
import { language, say, t } from '../../../i18n/i18n.ts';
import { Alert } from '../../../ui/alert.tsx';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { send } from '../../api.ts';
import { Form, FormProblems, fieldId, useWork } from '../../form.tsx';
import { points } from '../../numbers.ts';
import { type TypedTargets, targetsOf, wrongTargets } from './typed-targets.ts';

interface TargetsFormProps {
  readonly wave: WaveResponse;
  readonly results: ResultsResponse;
  readonly saved: (wave: WaveResponse) => void;
  /** Reads the wave again; what was typed stays. */
  readonly reload: () => void;
}

function typedOf({ targets }: WaveResponse, { dimensions }: ResultsResponse): TypedTargets {
  return Object.fromEntries(
    dimensions.map(({ id }) => {
      const target = targets[id] ?? null;
      const text = target === null ? '' : String(target);
      return [id, language() === 'de' ? text.replace('.', ',') : text];
    }),
  );
}

/** One field per dimension; empty means the mean of what the offices aim at. */
export function TargetsForm({ wave, results, saved, reload }: TargetsFormProps) {
  const [typed, setTyped] = useState(() => typedOf(wave, results));
  const [done, setDone] = useState(0);
  const work = useWork();
  const stale = isStale(work.error);
  const { clear } = work;
  useEffect(() => clear(), [wave]);
  const wrong = wrongTargets(typed);
  const save = () =>
    work.run(async () => {
      const request: TargetsRequest = { revision: wave.revision, targets: targetsOf(typed) };
      const changed = await send<WaveResponse>('PUT', `/api/waves/${wave.id}/targets`, request);
      setTyped(typedOf(changed, results));
      setDone((count) => count + 1);
      saved(changed);
    });
  const change = (dimension: string, text: string) => {
    setTyped({ ...typed, [dimension]: text });
    setDone(0);
  };
  return (
    <Panel title={t('targets.set')} id="ziele">
      <Form submit={save}>
        <p class="text small">{t('targets.setHint')}</p>
        <FormProblems error={work.error} />
        {stale ? <Again reload={reload} /> : null}
        {done > 0 ? <Alert kind="success" title={t('targets.saved')} focusKey={done} /> : null}
        <div class="fields">
          {results.dimensions.map((dimension) => (
            <TextField
              key={dimension.id}
              id={fieldId(`/targets/${dimension.id}`)}
              label={say(dimension.title)}
              hint={aimHint(dimension.id, results)}
              inputMode="decimal"
              maxLength={8}
              value={typed[dimension.id] ?? ''}
              error={wrong.includes(dimension.id) ? t('targets.wrong') : undefined}
              onInput={(text) => change(dimension.id, text)}
            />
          ))}
        </div>
        <Button
          type="submit"
          disabled={wrong.length > 0 || stale}
          busy={work.busy ? t('draft.saving') : null}
        >
          {t('targets.save')}
        </Button>
      </Form>
    </Panel>
  );
}

/** What the offices aim at, where that is the target in force. */
function aimHint(dimension: string, { priorities }: ResultsResponse): string {
  const priority = priorities.find((one) => one.dimension === dimension);
  if (priority?.source !== 'answers' || priority.target === null) return '';
  return t('targets.aims', { points: points(priority.target) });
}

function isStale(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 409;
}

/** Somebody else was faster: their state is read, what was typed here stays and can be saved over it. */
function Again({ reload }: { reload: () => void }) {
  return (
    <div>
      <Button kind="secondary" onClick={reload}>
        {t('targets.again')}
      </Button>
    </div>
  );
}
