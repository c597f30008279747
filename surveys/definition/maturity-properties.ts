import { Serializer } from 'survey-core';

/** Properties that Pegel adds to SurveyJS JSON, by the class that carries them. */
const properties = {
  survey: ['maturity'],
  page: ['dimension'],
  panel: ['dimension'],
  question: [
    'dimension',
    'weight:number',
    'reverse:boolean',
    'notApplicable:boolean',
    'dontKnow:boolean',
    'evidence:boolean',
    'target:boolean',
  ],
  radiogroup: ['scale'],
  rating: ['scale'],
  matrix: ['scale'],
  text: ['points'],
  itemvalue: ['score:number'],
  checkboxitem: ['weight:number'],
} as const;

let declared = false;

/** Declares the maturity properties to survey-core, once per process, so that it reads and keeps them. */
export function declareMaturityProperties(): void {
  if (declared) return;
  declared = true;
  for (const [className, names] of Object.entries(properties)) {
    for (const name of names) Serializer.addProperty(className, { name });
  }
}
