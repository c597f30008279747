import type { CreateWaveRequest, SeveralRequest, WaveResponse } from '../../../server/waves/waves.wire.ts';
import { standardMinGroup } from '../../../surveys/scoring/group-size.ts';

/** What the officer chooses for a wave. */
export type DraftValues = Pick<
  CreateWaveRequest,
  'title' | 'questionnaire' | 'officeIds' | 'deadline' | 'language' | 'mode'
> & { readonly several: SeveralRequest };

/** The usual promise to many respondents. */
export const usualSeveral: SeveralRequest = { anonymous: true, minGroup: standardMinGroup, consent: null };

export function draftValuesOf(wave: WaveResponse): DraftValues {
  const { title, questionnaire, officeIds, deadline, language, mode, several } = wave;
  const promise =
    several === null
      ? usualSeveral
      : { ...several, consent: several.consent === null ? null : several.consent.text };
  return { title, questionnaire, officeIds, deadline, language, mode, several: promise };
}

/** Whether smaller groups than usual are wanted without saying who agreed. */
export function lacksConsent({ mode, several }: Pick<DraftValues, 'mode' | 'several'>): boolean {
  const small = mode === 'several' && several.minGroup < standardMinGroup;
  return small && (several.consent ?? '').trim() === '';
}

/** A consent belongs to small groups only. */
function promised(several: SeveralRequest): SeveralRequest {
  return several.minGroup < standardMinGroup ? several : { ...several, consent: null };
}

export type SentDraft<Values extends Partial<DraftValues>> = Omit<Values, 'several'> & {
  several?: SeveralRequest;
};

/** What goes to the server: the promise only where many people answer. */
export function sentDraft<Values extends Partial<DraftValues>>(
  values: Values,
  mode: DraftValues['mode'],
): SentDraft<Values> {
  const { several, ...others } = values;
  return mode === 'several' && several !== undefined ? { ...others, several: promised(several) } : others;
}
