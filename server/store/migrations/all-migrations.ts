import { modesAndRulesOfWaves } from './002-modes-and-rules-of-waves.ts';
import { factsOfMails } from './003-facts-of-mails.ts';
import { anonymousAnswersByKey } from './004-anonymous-answers-by-key.ts';
import type { Migration } from './migration.ts';

/** In order; the first release is schema 1. A released one is never changed. */
export const allMigrations: readonly Migration[] = [
  modesAndRulesOfWaves,
  factsOfMails,
  anonymousAnswersByKey,
];
