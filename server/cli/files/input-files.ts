import { readFile, stat } from 'node:fs/promises';
import { readDefinition } from '../../../surveys/definition/read-definition.ts';
import { compilePlan } from '../../../surveys/plan/compile-plan.ts';
import type { Plan } from '../../../surveys/plan/plan.ts';
import { Refusal } from '../../refusal.ts';

const maxBytes = 100_000_000;

/** @throws Refusal naming a file that cannot be read or is too large */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > maxBytes) throw tooLarge(path);
    return await readFile(path);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw unreadable(path, code);
  }
}

/** @throws Refusal also for a file that is no JSON */
export async function readJson(path: string): Promise<unknown> {
  const text = new TextDecoder('utf-8').decode(await readBytes(path));
  try {
    return JSON.parse(text);
  } catch (error) {
    throw notJson(path, error instanceof Error ? error.message : String(error));
  }
}

/** @throws Refusal with everything that is wrong with the questionnaire */
export function readPlan(json: unknown): Plan {
  const read = readDefinition(json);
  if (read.ok) return compilePlan(read.definition);
  const detail = {
    de: 'Der Fragebogen wird nicht angenommen.',
    en: 'The questionnaire is not accepted.',
  };
  const errors = read.problems.map((problem) => ({ ...problem, pointer: `#${problem.pointer}` }));
  throw new Refusal('malformed-request', detail, { errors });
}

/** A file that the operating system does not hand out; `code` is its reason, such as ENOENT. */
export function unreadable(path: string, code: string): Refusal {
  return new Refusal('unknown', {
    de: `Die Datei ${path} lässt sich nicht lesen (${code}).`,
    en: `The file ${path} cannot be read (${code}).`,
  });
}

function tooLarge(path: string): Refusal {
  return new Refusal('too-large', {
    de: `Die Datei ${path} ist zu groß; erlaubt sind ${maxBytes / 1_000_000} MB.`,
    en: `The file ${path} is too large; ${maxBytes / 1_000_000} MB are allowed.`,
  });
}

function notJson(path: string, why: string): Refusal {
  return new Refusal('malformed-request', {
    de: `Die Datei ${path} ist kein gültiges JSON (${why}).`,
    en: `The file ${path} is not valid JSON (${why}).`,
  });
}
