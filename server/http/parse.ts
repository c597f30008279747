import { z } from 'zod';
import type { Text } from '../../surveys/plan/plan.ts';
import { Refusal, type RefusalError } from '../refusal.ts';

const german = z.locales.de().localeError;
const english = z.locales.en().localeError;

const between = '\u001f';

/** A message of a schema; `parse` gives each reader their language. */
export function inBothLanguages({ de, en }: Text): string {
  return `${de}${between}${en}`;
}

function message(localize: typeof german, issue: z.core.$ZodIssue): string {
  const said = localize(issue as z.core.$ZodRawIssue);
  if (typeof said === 'string') return said;
  return said?.message ?? issue.message;
}

/** JSON pointer (RFC 6901) as a URI fragment. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return `#${path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;
}

function allowedOf(issue: z.core.$ZodIssue): Pick<RefusalError, 'allowed'> {
  return issue.code === 'invalid_value' ? { allowed: issue.values.map(String) } : {};
}

function isBlank(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'too_small' && issue.origin === 'string' && issue.minimum === 1;
}

function detailOf(issue: z.core.$ZodIssue): Text {
  const [de = '', en] = issue.message.split(between);
  if (en !== undefined) return { de, en };
  if (issue.code === 'custom') return { de, en: de };
  if (isBlank(issue)) return { de: 'Bitte ausfüllen.', en: 'Please fill in.' };
  return { de: message(german, issue), en: message(english, issue) };
}

/** Nobody reads more of them, and a hostile request makes very many. */
const most = { errors: 100, names: 20 } as const;

function shortened(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'unrecognized_keys') return issue;
  return { ...issue, keys: issue.keys.slice(0, most.names).map((name) => name.slice(0, 80)) };
}

function toError(found: z.core.$ZodIssue): RefusalError {
  const issue = shortened(found);
  return { pointer: pointerOf(issue.path), detail: detailOf(issue), ...allowedOf(issue) };
}

/**
 * Parses what came from outside; the result is what the caller goes on with, never the raw input.
 *
 * @throws Refusal `malformed-request` naming the wrong fields, the first hundred of them
 */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  throw new Refusal(
    'malformed-request',
    {
      de: 'Die Anfrage hat nicht die erwartete Form. Die Fehler stehen bei den Feldern.',
      en: 'The request does not have the expected form. The errors stand at the fields.',
    },
    { errors: result.error.issues.slice(0, most.errors).map(toError) },
  );
}
