import type { AnsweringResponse } from '../../../server/responses/responses.wire.ts';
import type { SettingsResponse } from '../../../server/settings/settings.wire.ts';
import type { Language, Plan } from '../../../surveys/plan/plan.ts';

export interface SampleTexts {
  readonly office: string;
  readonly person: string;
}

export interface SampleInput {
  readonly plan: Plan;
  readonly settings: SettingsResponse;
  readonly wave: {
    readonly title: string;
    readonly deadline: string;
    readonly language: Language;
    readonly several: AnsweringResponse['several'];
  };
  readonly texts: SampleTexts;
}

/** What a respondent of a made-up office with every special field would get, before the first answer. */
export function sampleQuestionnaire({ plan, settings, wave, texts }: SampleInput): AnsweringResponse {
  const { title, deadline, language, several } = wave;
  return {
    city: settings.city,
    contact: settings.contact,
    wave: { title, deadline, language, timeZone: settings.timeZone },
    several,
    office: { code: '00', name: texts.office },
    person: { name: texts.person },
    tags: plan.maturity.fields.filter((field) => field.onlyTagged).map((field) => field.id),
    plan,
    state: 'draft',
    answers: {},
    savedAt: null,
    receipt: null,
  };
}
