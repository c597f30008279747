import type { ReturnCounts, WaveResponse } from '../../../server/waves/waves.wire.ts';
import { t } from '../../i18n/i18n.ts';
import { Bar } from '../../ui/bar.tsx';

interface ReturnProps {
  readonly counts: ReturnCounts;
  readonly mode: WaveResponse['mode'];
  /** Nobody knows who has seen or begun. */
  readonly anonymous: boolean;
}

/** The way of the invitations in numbers, above them the share of offices or people that have submitted. */
export function ReturnPanel({ counts, mode, anonymous }: ReturnProps) {
  const several = mode === 'several';
  const watched = [
    { value: counts.seen, label: t('return.seen') },
    { value: counts.started, label: t('return.started') },
  ];
  const figures = [
    ...(several ? [{ value: counts.offices, label: t('return.offices') }] : []),
    { value: counts.invitations, label: t(several ? 'return.people' : 'return.invited') },
    { value: counts.sent, label: t('return.sent') },
    ...(anonymous ? [] : watched),
    { value: counts.submitted, label: t(several ? 'return.peopleSubmitted' : 'return.submitted') },
    { value: counts.refused, label: t('return.refused') },
  ];
  const { all, words } = returnOf(counts, mode);
  return (
    <section class="panel">
      <Bar size="thick" value={counts.submitted} max={all} label={words} />
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

/** What the return is counted in: people where many of an office answer, offices otherwise. */
export function returnOf(counts: ReturnCounts, mode: WaveResponse['mode']): { all: number; words: string } {
  const { submitted, invitations, offices } = counts;
  return mode === 'several'
    ? { all: invitations, words: t('waves.peopleSubmitted', { submitted, people: invitations }) }
    : { all: offices, words: t('waves.submitted', { submitted, offices }) };
}
