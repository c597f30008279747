import type { Language, Text } from '../../surveys/plan/plan.ts';
import { Refusal } from '../refusal.ts';
import { storeFaultOf } from '../store/store-fault.ts';
import { problems } from './problem.ts';
import { requestFault } from './request-fault.ts';

/** A problem document of RFC 9457 in one language. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly { pointer: string; detail: string; allowed?: readonly unknown[] }[];
  readonly instance?: string;
}

/** Facts go beside the named members and never replace one of them. */
export function problemOf(refusal: Refusal, language: Language, instance?: string): ProblemDocument {
  const { status, title } = problems[refusal.kind];
  return {
    ...refusal.facts,
    type: `/problems/${refusal.kind}`,
    title,
    status,
    detail: refusal.detail[language],
    ...(refusal.errors.length > 0
      ? { errors: refusal.errors.map((one) => ({ ...one, detail: one.detail[language] })) }
      : {}),
    ...(instance ? { instance } : {}),
  };
}

const internal: Text = {
  de: 'Etwas ist schiefgegangen. Der Vorfall steht im Protokoll des Servers.',
  en: 'Something went wrong. The incident is in the server’s log.',
};

/** What the person sees of a fault: nothing but that it happened. */
export function faultDocument(language: Language, instance: string): ProblemDocument {
  return {
    type: '/problems/internal',
    title: 'Internal error',
    status: 500,
    detail: internal[language],
    instance,
  };
}

/** The refusal behind an error of Express, its parsers or the database driver; null for a fault of ours. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (!(error instanceof Error)) return null;
  const storeFault = storeFaultOf(error);
  return storeFault === null ? requestFault(error) : new Refusal('unavailable', storeFault);
}
