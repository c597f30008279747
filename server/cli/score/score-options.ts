import type { Language, Text } from '../../../surveys/plan/plan.ts';
import { currentRules, type Rules, rulesOf } from '../../../surveys/scoring/rules.ts';
import { Refusal } from '../../refusal.ts';
import { UsageError } from '../command.ts';
import type { ResponseMode } from '../files/read-responses.ts';
import type { Options } from '../options.ts';

interface Bounds {
  readonly least: number;
  readonly most: number;
}

const bounds = {
  seed: { least: 0, most: 2_147_483_647 },
  draws: { least: 100, most: 100_000 },
  anonymity: { least: 3, most: 1_000 },
} as const satisfies Record<string, Bounds>;

const usual = { seed: 1, draws: 2_000, anonymity: 5 } as const;

/** What chance starts from and how often it is asked. */
export interface Chance {
  readonly seed: number;
  readonly draws: number;
}

/** @throws UsageError naming what is allowed */
export function chanceOf(options: Options, language: Language): Chance {
  return {
    seed: wholeNumber(options, 'seed', language) ?? usual.seed,
    draws: wholeNumber(options, 'draws', language) ?? usual.draws,
  };
}

/** k as it was asked for; null: not said. @throws UsageError naming what is allowed */
export function anonymityOf(options: Options, language: Language): number | null {
  return wholeNumber(options, 'anonymity', language);
}

/**
 * The smallest group with values of its own; null in mode official, where nothing is hidden.
 *
 * @throws Refusal when k was asked for in mode official
 */
export function minGroupOf(anonymity: number | null, mode: ResponseMode): number | null {
  if (mode === 'several') return anonymity ?? usual.anonymity;
  if (anonymity === null) return null;
  throw new Refusal('conflict', {
    de: '--anonymity gibt es nur mit mode "several". Diese Datei hat mode "official": Der Wert eines Amtes wird immer gezeigt.',
    en: '--anonymity exists with mode "several" only. This file has mode "official": the value of an office is always shown.',
  });
}

/** @throws UsageError for a version that is not in this release */
export function rulesFor(options: Options, language: Language): Rules {
  const version = options.text('rules') ?? currentRules;
  const rules = rulesOf(version);
  if (rules) return rules;
  const said: Text = {
    de: `--rules ${version}: Diese Fassung der Regeln gibt es hier nicht. Erlaubt: ${currentRules}`,
    en: `--rules ${version}: this version of the rules is not in this release. Allowed: ${currentRules}`,
  };
  throw new UsageError(said[language]);
}

function wholeNumber(options: Options, name: keyof typeof bounds, language: Language): number | null {
  const text = options.text(name);
  if (text === null) return null;
  const { least, most } = bounds[name];
  const value = Number(text);
  if (/^\d{1,10}$/.test(text) && value >= least && value <= most) return value;
  const said: Text = {
    de: `--${name} ${text}: Erlaubt ist eine ganze Zahl von ${least} bis ${most}.`,
    en: `--${name} ${text}: a whole number from ${least} to ${most} is allowed.`,
  };
  throw new UsageError(said[language]);
}
