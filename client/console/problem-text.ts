import { ProblemError } from '../http.ts';
import { t } from '../i18n/i18n.ts';

/** One sentence for the person about what went wrong. */
export function problemText(error: unknown): string {
  if (!(error instanceof ProblemError)) return t('problem.unexpected');
  if (error.kind === 'offline') return t('problem.offline');
  if (error.kind === 'stale') return t('problem.stale');
  return error.detail === '' ? t('problem.unexpected') : error.detail;
}

/** Problems at single fields by pointer without `#`, e.g. `/contacts/0/email`. */
export function fieldErrors(error: unknown): ReadonlyMap<string, string> {
  if (!(error instanceof ProblemError)) return new Map();
  return new Map(error.errors.map((entry) => [entry.pointer.replace(/^#/, ''), entry.detail]));
}
