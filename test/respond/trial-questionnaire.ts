import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const both = (de: string, en: string) => ({ de, en });

const columns = [
  { value: 0, text: both('gar nicht', 'not at all') },
  { value: 1, text: both('selten', 'rarely') },
  { value: 2, text: both('teils', 'partly') },
  { value: 3, text: both('meistens', 'mostly') },
  { value: 4, text: both('immer', 'always') },
];

const rows = [
  { value: 'r1', text: both('Bauanträge', 'Building applications') },
  { value: 'r2', text: both('Bewohnerparkausweise', 'Resident parking permits') },
  { value: 'r3', text: both('Hundesteuer', 'Dog tax') },
];

const states = { notApplicable: true, dontKnow: true };

/** One page with every kind of choosing and a question that depends on another. */
export const trialQuestionnaire = {
  title: both('Probefragebogen', 'Trial questionnaire'),
  maturity: {
    id: 'trial',
    version: 1,
    fields: [{ id: 'verwaltung', title: both('Verwaltung', 'Administration') }],
    dimensions: [{ id: 'd1', title: both('Dienste', 'Services'), field: 'verwaltung' }],
    notApplicableReasons: [{ id: 'elsewhere', text: both('Aufgabe liegt woanders', 'Task lies elsewhere') }],
  },
  pages: [
    {
      name: 'p1',
      dimension: 'd1',
      title: both('Online-Dienste', 'Online services'),
      elements: [
        {
          type: 'rating',
          name: 'ease',
          title: both('Wie leicht finden Menschen Ihre Dienste?', 'How easily do people find your services?'),
          rateMin: 1,
          rateMax: 5,
          minRateDescription: both('kaum zu finden', 'hard to find'),
          maxRateDescription: both('sofort zu finden', 'found at once'),
          ...states,
        },
        {
          type: 'checkbox',
          name: 'ways',
          title: both('Welche Wege bieten Sie an?', 'Which ways do you offer?'),
          showNoneItem: true,
          noneText: both('Nichts davon', 'None of these'),
          choices: [
            { value: 'form', text: both('Online-Formular', 'online form') },
            { value: 'mail', text: both('E-Mail', 'email') },
            { value: 'chat', text: both('Chat', 'chat') },
          ],
          ...states,
        },
        {
          type: 'text',
          name: 'chatName',
          title: both('Wie heißt Ihr Chat?', 'What is your chat called?'),
          visibleIf: "{ways} contains 'chat'",
          isRequired: true,
        },
        {
          type: 'matrix',
          name: 'paths',
          title: both('Wie oft geht es ganz ohne Papier?', 'How often does it work without any paper?'),
          columns,
          rows,
          ...states,
        },
      ],
    },
    {
      name: 'p2',
      title: both('Ausblick', 'Outlook'),
      elements: [{ type: 'comment', name: 'wish', title: both('Was hilft Ihnen?', 'What would help you?') }],
    },
  ],
} as const;

/** A folder of questionnaires with this one alone; the caller takes it away. */
export async function trialCatalog(): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'pegel-catalog-'));
  await mkdir(join(folder, 'trial'));
  await writeFile(join(folder, 'trial', 'v1.json'), JSON.stringify(trialQuestionnaire));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
