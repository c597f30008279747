import { capitalized, inBoth, listed } from '../../reports/findings/sentence.ts';
import { formatDate } from '../../reports/numbers/format-date.ts';
import { countWord } from '../../reports/numbers/format-number.ts';
import type { DraftWave, StartedWave } from '../waves/wave.ts';
import type { OverviewResponse } from './overview.wire.ts';

export type NextStep = OverviewResponse['next'][number];

/** A started wave with its return. */
export interface WaveReturn {
  readonly wave: StartedWave;
  /** Asked offices without a submission, "37 Feuerwehr", in the order of their codes. */
  readonly missing: readonly string[];
  readonly submitted: number;
  /** Mails that the receiving server refused for good. */
  readonly refusedMails: number;
  /** Whole days; 0 on the last day. */
  readonly daysLeft: number;
}

function openDraft(wave: DraftWave): NextStep {
  return {
    kind: 'openDraft',
    label: { de: 'Entwurf', en: 'Draft' },
    detail: {
      de: `„${wave.title}“ ist vorbereitet und noch nicht geöffnet`,
      en: `“${wave.title}” is prepared and not yet open`,
    },
    action: { de: 'Entwurf ansehen', en: 'Look at the draft' },
    href: `/erhebungen/${wave.id}`,
  };
}

function mailTrouble({ wave, refusedMails: count }: WaveReturn): NextStep {
  return {
    kind: 'mailTrouble',
    label: { de: 'Nachrichten', en: 'Mails' },
    detail: inBoth((language) => {
      const word = capitalized(countWord(count, language));
      if (language === 'en') return `${word} ${count === 1 ? 'mail' : 'mails'} could not be delivered`;
      return count === 1
        ? 'Eine Nachricht konnte nicht zugestellt werden'
        : `${word} Nachrichten konnten nicht zugestellt werden`;
    }),
    action: { de: 'Nachrichten ansehen', en: 'Look at the mails' },
    href: `/erhebungen/${wave.id}/nachrichten`,
  };
}

function missingNames({ missing }: WaveReturn, language: 'de' | 'en'): string {
  const shown = missing.slice(0, 3);
  const others = missing.length - shown.length;
  if (others === 0) return listed(shown, language);
  return language === 'de'
    ? `${shown.join(', ')} und ${others} weitere`
    : `${shown.join(', ')} and ${others} more`;
}

function missingOffices(found: WaveReturn): NextStep {
  const count = found.missing.length;
  return {
    kind: 'missingOffices',
    label: {
      de: count === 1 ? '1 Amt fehlt' : `${count} Ämter fehlen`,
      en: count === 1 ? '1 office missing' : `${count} offices missing`,
    },
    detail: {
      de: `${missingNames(found, 'de')} ${count === 1 ? 'hat' : 'haben'} nicht abgesendet`,
      en: `${missingNames(found, 'en')} ${count === 1 ? 'has' : 'have'} not submitted`,
    },
    action: { de: 'Rücklauf ansehen', en: 'Look at the return' },
    href: `/erhebungen/${found.wave.id}`,
  };
}

function closeSoon(found: WaveReturn): NextStep {
  const { wave, daysLeft } = found;
  const today = daysLeft <= 0;
  const days = { de: daysLeft === 1 ? 'Tag' : 'Tage', en: daysLeft === 1 ? 'day' : 'days' };
  return {
    kind: 'closeSoon',
    label: today
      ? { de: 'Frist endet heute', en: 'Deadline today' }
      : { de: `Noch ${daysLeft} ${days.de}`, en: `${daysLeft} ${days.en} left` },
    detail: {
      de: `Noch nicht abgesendet: ${missingNames(found, 'de')}`,
      en: `Not submitted yet: ${missingNames(found, 'en')}`,
    },
    action: { de: 'Rücklauf ansehen', en: 'Look at the return' },
    href: `/erhebungen/${wave.id}`,
  };
}

function waiting({ wave, submitted }: WaveReturn): NextStep {
  const offices = wave.offices.length;
  return {
    kind: 'waiting',
    label: { de: 'Erhebung läuft', en: 'Wave is open' },
    detail: {
      de: `${submitted} von ${offices} Ämtern haben abgesendet, Frist ${formatDate(wave.deadline, 'de')}`,
      en: `${submitted} of ${offices} offices have submitted, deadline ${formatDate(wave.deadline, 'en')}`,
    },
    action: { de: 'Rücklauf ansehen', en: 'Look at the return' },
    href: `/erhebungen/${wave.id}`,
  };
}

function seeResults({ wave, submitted }: WaveReturn): NextStep {
  return {
    kind: 'seeResults',
    label: { de: 'Ergebnisse', en: 'Results' },
    detail: {
      de: `„${wave.title}“: Punktwerte aus ${submitted} ${submitted === 1 ? 'Amt' : 'Ämtern'}`,
      en: `“${wave.title}”: values of ${submitted} ${submitted === 1 ? 'office' : 'offices'}`,
    },
    action: { de: 'Ergebnisse ansehen', en: 'Look at the results' },
    href: `/ergebnisse/${wave.id}`,
  };
}

const newWave: NextStep = {
  kind: 'newWave',
  label: { de: 'Nächste Erhebung', en: 'Next wave' },
  detail: { de: 'Zurzeit läuft keine Erhebung', en: 'No wave is open at present' },
  action: { de: 'Neue Erhebung', en: 'New wave' },
  href: '/erhebungen/neu',
};

function stepsOf(found: WaveReturn): readonly NextStep[] {
  const { wave, missing, submitted, refusedMails, daysLeft } = found;
  const open = wave.state === 'open';
  const gaps = missing.length > 0;
  const secret = open && wave.mode === 'several';
  return [
    ...(open && refusedMails > 0 ? [mailTrouble(found)] : []),
    ...(open && gaps && daysLeft <= 3 ? [closeSoon(found)] : []),
    ...(open && (!gaps || daysLeft > 3) ? [waiting(found)] : []),
    ...(!open && gaps ? [missingOffices(found)] : []),
    ...(submitted > 0 && !secret ? [seeResults(found)] : []),
  ];
}

/** What the officer can do next, most urgent first: open waves and the wave shown, then drafts, then a new wave. */
export function nextSteps(returns: readonly WaveReturn[], drafts: readonly DraftWave[]): NextStep[] {
  const running = returns.some(({ wave }) => wave.state === 'open');
  return [
    ...returns.flatMap(stepsOf),
    ...drafts.map(openDraft),
    ...(running || drafts.length > 0 ? [] : [newWave]),
  ];
}
