import type { CompareResponse } from '../../../server/comparison/comparison.wire.ts';
import { t } from '../../i18n/i18n.ts';
import { Panel } from '../../ui/panel.tsx';
import { calledOffice } from './compared-number.ts';

/** Offices that were asked in one of the two waves alone. */
export function OnlyInOneWave({ compared }: { compared: CompareResponse }) {
  const { onlyFrom, onlyTo, from, to } = compared;
  if (onlyFrom.length + onlyTo.length === 0) return null;
  return (
    <Panel title={t('only.title')}>
      <div class="only">
        <Offices title={t('only.from', { wave: from.title })} offices={onlyFrom} />
        <Offices title={t('only.to', { wave: to.title })} offices={onlyTo} />
      </div>
    </Panel>
  );
}

function Offices({ title, offices }: { title: string; offices: CompareResponse['onlyFrom'] }) {
  if (offices.length === 0) return null;
  return (
    <div>
      <h3 class="only__title">{title}</h3>
      <ul>
        {offices.map((office) => (
          <li key={office.officeId}>{calledOffice(office)}</li>
        ))}
      </ul>
    </div>
  );
}
