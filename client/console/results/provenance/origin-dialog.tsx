import type { ExplainResponse } from '../../../../server/explanations/explanations.wire.ts';
import { t } from '../../../i18n/i18n.ts';
import { Alert } from '../../../ui/alert.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useLoad } from '../../load.ts';
import { problemText } from '../../problem-text.ts';
import { hrefWith, navigate, usePlace } from '../../router.ts';
import { dimensionNamed, explainPath } from './number-address.ts';
import { NumberOrigin, originTitle } from './number-origin.tsx';

/** Where a number of the city or of a division comes from, over the page that shows it; it stands in the address. */
export function OriginDialog({ waveId }: { waveId: string }) {
  const place = usePlace();
  const zahl = place.query.get('zahl');
  const office = place.query.get('von');
  const path = zahl === null ? null : explainPath({ waveId, office, dimension: dimensionNamed(zahl) });
  const { loaded } = useLoad<ExplainResponse>(path);
  if (path === null) return null;
  const close = () => navigate(hrefWith(place, { zahl: null, von: null, teile: null }));
  const title =
    loaded.state === 'ready' ? `${loaded.value.of.name}: ${originTitle(loaded.value)}` : t('explain.heading');
  return (
    <Dialog title={title} closeLabel={t('dialog.close')} close={close} size="wide">
      {loaded.state === 'loading' ? <p role="status">{t('shell.loading')}</p> : null}
      {loaded.state === 'failed' ? <Alert kind="danger" title={problemText(loaded.error)} /> : null}
      {loaded.state === 'ready' ? <NumberOrigin waveId={waveId} origin={loaded.value} /> : null}
    </Dialog>
  );
}
