import { compareTexts } from './texts/compare.ts';
import { mailTexts } from './texts/mail.ts';
import { modeTexts } from './texts/modes.ts';
import { officeTexts } from './texts/offices.ts';
import { operationsTexts } from './texts/operations.ts';
import { overviewTexts } from './texts/overview.ts';
import { provenanceTexts } from './texts/provenance.ts';
import { questionnaireTexts } from './texts/questionnaires.ts';
import { rankingTexts } from './texts/ranking.ts';
import { reminderTexts } from './texts/reminders.ts';
import { resultTexts } from './texts/results.ts';
import { secrecyTexts } from './texts/secrecy.ts';
import { settingsTexts } from './texts/settings.ts';
import { shellTexts } from './texts/shell.ts';
import { waveTexts } from './texts/waves.ts';
import { wordTexts } from './texts/words.ts';

/** Every sentence of the console: German, then English. */
export const texts = {
  ...shellTexts,
  ...wordTexts,
  ...overviewTexts,
  ...waveTexts,
  ...modeTexts,
  ...mailTexts,
  ...reminderTexts,
  ...resultTexts,
  ...provenanceTexts,
  ...rankingTexts,
  ...secrecyTexts,
  ...compareTexts,
  ...officeTexts,
  ...questionnaireTexts,
  ...settingsTexts,
  ...operationsTexts,
} as const;
