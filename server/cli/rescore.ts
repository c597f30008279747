import { formatPoints } from '../../reports/numbers/format-number.ts';
import { signs } from '../../reports/numbers/signs.ts';
import type { Language, Text } from '../../surveys/plan/plan.ts';
import { currentRules, rulesVersions } from '../../surveys/scoring/rules.ts';
import { loadCatalog } from '../questionnaires/catalog.ts';
import { catalogFolder } from '../questionnaires/catalog-folder.ts';
import { resultsOf } from '../results-of.ts';
import { type Kept, type Rescored, type RescoredOffice, rescoreWave } from '../scores/rescore-wave.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';
import { withStores } from './with-stores.ts';

/** Figures of a wave, recomputed with a version of the rules and kept beside those that are there. */
export const rescore: Command = {
  help: {
    de: `Berechnet die Werte einer Erhebung neu und legt sie daneben ab, nie darüber.

  --wave <id>        Kennung der Erhebung (steht in der Adresse ihrer Seite)
  --rules <Version>  Regelversion; ohne Angabe die neueste (${currentRules})
  --json             ein JSON-Dokument statt einer Tabelle

Gibt es Werte dieser Version schon, werden sie verglichen und Abweichungen genannt. Die Ergebnisse einer Erhebung zeigen
weiter die Version, mit der sie geöffnet wurde. Läuft auch neben einem Server.`,
    en: `Computes the values of a wave anew and keeps them beside the others, never over them.

  --wave <id>        id of the wave (as in the address of its page)
  --rules <version>  version of the rules; without it the newest (${currentRules})
  --json             one JSON document instead of a table

Values of that version that are there already are compared, and differences are named. The results of a wave go on
showing the version it was opened with. Works beside a running server.`,
  },
  async run(args, world) {
    const options = readOptions(args, { wave: 'text', rules: 'text' });
    const waveId = options.needed('wave');
    const version = options.text('rules') ?? currentRules;
    const catalog = await loadCatalog(catalogFolder());
    const rescored = await withStores(world, (stores) =>
      rescoreWave(resultsOf(stores, catalog), { waveId, version, versions: rulesVersions }),
    );
    if (world.json) world.print(JSON.stringify(documentOf(rescored), null, 2));
    else for (const line of tableOf(rescored, world.language)) world.print(line);
  },
};

function documentOf({ waveId, title, shown, version, offices, city }: Rescored) {
  return {
    wave: waveId,
    title,
    shown,
    rules: version,
    offices: offices.map(({ code, name: _, ...office }) => ({ office: code, ...office })),
    city,
  };
}

const keptWords: Readonly<Record<Kept, Text>> = {
  written: { de: 'neu abgelegt', en: 'kept anew' },
  same: { de: 'stimmt überein', en: 'the same' },
  different: { de: 'WEICHT AB, nicht überschrieben', en: 'DIFFERS, not replaced' },
  notSubmitted: { de: 'nicht abgesendet', en: 'not submitted' },
};

const nameWidth = 40;
const cellWidth = 10;

function cell({ hidden }: Pick<RescoredOffice, 'hidden'>, value: number | null, language: Language): string {
  if (hidden) return signs.suppressed.sign.padStart(cellWidth);
  return (value === null ? '/' : formatPoints(value, language)).padStart(cellWidth);
}

function tableOf({ title, shown, version, offices, city }: Rescored, language: Language): readonly string[] {
  const line = (name: string, cells: readonly string[]) =>
    [name.slice(0, nameWidth - 1).padEnd(nameWidth), ...cells].join('');
  const row = (name: string, one: Pick<RescoredOffice, 'before' | 'after' | 'hidden'>, kept: string) =>
    line(name, [cell(one, one.before, language), cell(one, one.after, language), `  ${kept}`]);
  const different = offices.filter(({ kept }) => kept === 'different').length;
  return [
    title,
    line(language === 'de' ? 'Amt' : 'Office', [shown.padStart(cellWidth), version.padStart(cellWidth)]),
    ...offices.map((office) =>
      row(`${office.code} ${office.name}`, office, keptWords[office.kept][language]),
    ),
    row(language === 'de' ? 'Stadt' : 'City', { ...city, hidden: false }, '').trimEnd(),
    language === 'de' ? `Abweichungen: ${different}` : `Differences: ${different}`,
  ];
}
