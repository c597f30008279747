import { lowestMinGroup, standardMinGroup } from '../../surveys/scoring/group-size.ts';
import { Refusal, type RefusalError } from '../refusal.ts';
import type { Consent, Several, Wave, WaveMode } from './wave.ts';
import type { SeveralRequest } from './waves.wire.ts';

/** Who writes a draft, and when: both stand with a consent. */
export interface Writing {
  readonly by: string;
  readonly at: Date;
}

export interface ModeRequest {
  readonly mode?: WaveMode | undefined;
  readonly several?: SeveralRequest | undefined;
}

export type ModeFields = Pick<Wave, 'mode' | 'several'>;

function refuse(error: RefusalError): never {
  throw new Refusal('malformed-request', error.detail, { errors: [error] });
}

function severalInOfficial(): RefusalError {
  return {
    pointer: '#/several',
    detail: {
      de: 'Angaben zur Anonymität gehören zur Befragungsart „mehrere Personen je Amt“ (several).',
      en: 'Anonymity belongs to the mode “several”.',
    },
  };
}

function consentMissing(minGroup: number): RefusalError {
  return {
    pointer: '#/several/consent',
    detail: {
      de: `Gruppen ab ${minGroup} Personen brauchen eine Zustimmung. Bitte schreiben Sie auf, wer ihr wann zugestimmt hat. Ohne Zustimmung gilt: ab ${standardMinGroup} Personen.`,
      en: `Groups of ${minGroup} need a consent. Please note who agreed and when. Without consent: groups of ${standardMinGroup} and more.`,
    },
  };
}

function consentNotNeeded(): RefusalError {
  return {
    pointer: '#/several/consent',
    detail: {
      de: `Eine Zustimmung wird nur bei ${lowestMinGroup} bis ${standardMinGroup - 1} Personen festgehalten.`,
      en: `A consent is recorded for groups of ${lowestMinGroup} to ${standardMinGroup - 1} only.`,
    },
    allowed: [],
  };
}

/** The same words for the same size are the consent that is there; anything else is a new one. */
function consentOf({ consent, minGroup }: SeveralRequest, known: Several | null, writing: Writing): Consent {
  if (consent === null) refuse(consentMissing(minGroup));
  const same = known?.minGroup === minGroup && known.consent?.text === consent;
  return same && known.consent !== null ? known.consent : { text: consent, ...writing };
}

function severalOf(request: SeveralRequest, known: Several | null, writing: Writing): Several {
  const { anonymous, minGroup } = request;
  if (minGroup < standardMinGroup) {
    return { anonymous, minGroup, consent: consentOf(request, known, writing) };
  }
  if (request.consent !== null) refuse(consentNotNeeded());
  return { anonymous, minGroup, consent: null };
}

const standard: Several = { anonymous: true, minGroup: standardMinGroup, consent: null };

/**
 * Mode and promise of a draft after a request; what was not sent stays as it is.
 *
 * @throws Refusal `malformed-request` for a promise without mode several, and for a consent that is missing or not needed
 */
export function modeFields(known: ModeFields, request: ModeRequest, writing: Writing): ModeFields {
  const mode = request.mode ?? known.mode;
  if (mode === 'official') {
    if (request.several !== undefined) refuse(severalInOfficial());
    return { mode, several: null };
  }
  if (request.several === undefined) return { mode, several: known.several ?? standard };
  return { mode, several: severalOf(request.several, known.several, writing) };
}
