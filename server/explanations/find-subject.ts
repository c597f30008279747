import type { DimensionPlan } from '../../surveys/plan/plan.ts';
import { Refusal } from '../refusal.ts';
import type { OfficeState, WaveResults } from '../scores/wave-results.ts';
import type { WaveDivision } from '../waves/wave.ts';
import type { ExplainQuery } from './explanations.wire.ts';

/** Whose number is asked for. */
export type Subject =
  | { readonly kind: 'city' }
  | { readonly kind: 'division'; readonly division: WaveDivision }
  | { readonly kind: 'office'; readonly state: OfficeState };

const allowedAtMost = 200;

function unknownOffice({ wave }: WaveResults): Refusal {
  const allowed = [...wave.offices, ...wave.divisions].map(({ code }) => code).slice(0, allowedAtMost);
  const detail = {
    de: `In der Erhebung „${wave.title}“ gibt es kein Amt und kein Dezernat mit dieser Kennung.`,
    en: `There is no office and no division of this code in the wave “${wave.title}”.`,
  };
  return new Refusal('unknown', detail, { errors: [{ pointer: '#/office', detail, allowed }] });
}

function unknownDimension({ entry }: WaveResults): Refusal {
  const allowed = entry.plan.maturity.dimensions.map(({ id }) => id);
  const detail = {
    de: 'Dieses Handlungsfeld gibt es in dem Fragebogen nicht.',
    en: 'There is no such dimension in the questionnaire.',
  };
  return new Refusal('unknown', detail, { errors: [{ pointer: '#/dimension', detail, allowed }] });
}

/** An office by code or id, else a division; the city when none is named. @throws Refusal with what is allowed */
export function findSubject(results: WaveResults, office: ExplainQuery['office']): Subject {
  if (office === undefined) return { kind: 'city' };
  const named = office.normalize('NFC').trim();
  const isNamed = ({ code, officeId }: { code: string; officeId: string }) =>
    code === named || officeId === named;
  const state = results.offices.find((one) => isNamed(one.office));
  if (state !== undefined) return { kind: 'office', state };
  const division = results.wave.divisions.find(isNamed);
  if (division === undefined) throw unknownOffice(results);
  return { kind: 'division', division };
}

/** Null: the index. @throws Refusal with what is allowed */
export function findDimension(
  results: WaveResults,
  dimension: ExplainQuery['dimension'],
): DimensionPlan | null {
  if (dimension === undefined) return null;
  const found = results.entry.plan.maturity.dimensions.find(({ id }) => id === dimension);
  if (found === undefined) throw unknownDimension(results);
  return found;
}
