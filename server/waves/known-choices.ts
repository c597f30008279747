import type { Office } from '../offices/office.ts';
import type { QuestionnaireRef } from '../questionnaires/questionnaires.wire.ts';
import { Refusal, type RefusalError } from '../refusal.ts';
import type { KnownQuestionnaires } from './waves-deps.ts';

/** More named ids help nobody. */
const maxNamed = 100;

const unknownChoice = (errors: readonly RefusalError[]) =>
  new Refusal(
    'malformed-request',
    {
      de: 'Etwas Ausgewähltes gibt es nicht. Die Fehler stehen bei den Feldern.',
      en: 'Something selected does not exist. The errors stand at the fields.',
    },
    { errors },
  );

/** Of a questionnaire, in its order; none of one that is not there. */
export function dimensionIds(questionnaires: KnownQuestionnaires, ref: QuestionnaireRef): readonly string[] {
  return questionnaires.find(ref)?.plan.maturity.dimensions.map(({ id }) => id) ?? [];
}

/** @throws Refusal `malformed-request` naming every unknown dimension, and the known ones */
export function refuseUnknownDimensions(allowed: readonly string[], ids: readonly string[]): void {
  const errors = ids
    .filter((id) => !allowed.includes(id))
    .map((id) => ({
      pointer: `#/targets/${id.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      detail: {
        de: `Ein Handlungsfeld „${id}“ hat dieser Fragebogen nicht.`,
        en: `This questionnaire has no dimension “${id}”.`,
      },
      allowed,
    }));
  if (errors.length > 0) throw unknownChoice(errors.slice(0, maxNamed));
}

/** @throws Refusal `malformed-request` naming the questionnaires there are */
export function refuseUnknownQuestionnaire(questionnaires: KnownQuestionnaires, ref: QuestionnaireRef): void {
  if (questionnaires.find(ref)) return;
  const allowed = questionnaires
    .list()
    .slice(0, maxNamed)
    .map(({ summary }) => `${summary.id} ${summary.version}`);
  throw unknownChoice([
    {
      pointer: '#/questionnaire',
      detail: {
        de: `Den Fragebogen „${ref.id}“, Version ${ref.version}, gibt es nicht.`,
        en: `There is no questionnaire “${ref.id}”, version ${ref.version}.`,
      },
      allowed,
    },
  ]);
}

/** @throws Refusal `malformed-request` naming every id that is unknown or sent twice, and what is allowed */
export function refuseUnknownOffices(offices: readonly Office[], officeIds: readonly string[]): void {
  const known = new Set(offices.map(({ id }) => id));
  const allowed = [...known].slice(0, maxNamed);
  const errors = officeIds.flatMap((id, at): RefusalError[] => {
    const pointer = `#/officeIds/${at}`;
    if (!known.has(id)) {
      return [
        {
          pointer,
          detail: { de: `Ein Amt „${id}“ gibt es nicht.`, en: `There is no office “${id}”.` },
          allowed,
        },
      ];
    }
    if (officeIds.indexOf(id) === at) return [];
    return [
      {
        pointer,
        detail: { de: `Das Amt „${id}“ steht zweimal da.`, en: `The office “${id}” stands twice.` },
      },
    ];
  });
  if (errors.length > 0) throw unknownChoice(errors.slice(0, maxNamed));
}
