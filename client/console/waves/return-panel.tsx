import type { ReturnCounts } from '../../../server/waves/waves.wire.ts';
import { t } from '../../i18n/i18n.ts';
import { Bar } from '../../ui/bar.tsx';

/** The way of the invitations in six numbers, above them the share of offices that have submitted. */
export function ReturnPanel({ counts }: { counts: ReturnCounts }) {
  const figures = [
    { value: counts.invitations, label: t('return.invited') },
    { value: counts.sent, label: t('return.sent') },
    { value: counts.seen, label: t('return.seen') },
    { value: counts.started, label: t('return.started') },
    { value: counts.submitted, label: t('return.submitted') },
    { value: counts.refused, label: t('return.refused') },
  ];
  const words = t('waves.submitted', { submitted: counts.submitted, offices: counts.offices });
  return (
    <section class="panel">
      <Bar size="thick" value={counts.submitted} max={counts.offices} label={words} />
      <dl class="figures">
        {figures.map((figure) => (
          <div key={figure.label}>
            <dt>{figure.label}</dt>
            <dd>{figure.value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
