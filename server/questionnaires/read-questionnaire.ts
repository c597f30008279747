import { Refusal } from '../refusal.ts';
import type { Catalog, CatalogEntry } from './catalog.ts';
import type { QuestionnaireRef } from './questionnaires.wire.ts';

export function readQuestionnaire(deps: { readonly catalog: Catalog }, ref: QuestionnaireRef): CatalogEntry {
  const entry = deps.catalog.find(ref);
  if (entry !== null) return entry;
  throw new Refusal('unknown', {
    de: `Den Fragebogen „${ref.id}“ in Version ${ref.version} gibt es nicht.`,
    en: `There is no questionnaire “${ref.id}” in version ${ref.version}.`,
  });
}
