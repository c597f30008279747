import { useEffect, useRef } from 'preact/hooks';
import type { ExplainResponse } from '../../../../server/explanations/explanations.wire.ts';
import { t } from '../../../i18n/i18n.ts';
import { Alert } from '../../../ui/alert.tsx';
import { useLoad } from '../../load.ts';
import { problemText } from '../../problem-text.ts';
import { explainPath, type NumberAddress } from './number-address.ts';
import { NumberOrigin, originTitle } from './number-origin.tsx';

interface OriginPanelProps {
  readonly number: NumberAddress;
  /** The number was asked for; the reading position moves here. */
  readonly asked: boolean;
}

/** Where one number of the page comes from, on the page itself. */
export function OriginPanel({ number, asked }: OriginPanelProps) {
  const { loaded } = useLoad<ExplainResponse>(explainPath(number));
  const heading = useRef<HTMLHeadingElement>(null);
  const ready = loaded.state === 'ready' ? loaded.value : null;
  useEffect(() => {
    if (!asked || ready === null) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'start' });
  }, [asked, ready]);
  return (
    <section class="panel origin-panel" id="zahl">
      <h2 ref={heading} tabIndex={-1} class="panel__title panel__title--large">
        {ready === null ? t('explain.heading') : originTitle(ready)}
      </h2>
      {loaded.state === 'loading' ? <p role="status">{t('shell.loading')}</p> : null}
      {loaded.state === 'failed' ? <Alert kind="danger" title={problemText(loaded.error)} /> : null}
      {ready === null ? null : <NumberOrigin waveId={number.waveId} origin={ready} />}
    </section>
  );
}
