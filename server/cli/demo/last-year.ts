import { type DemoOffice, type Leaning, musterstadt, officeOf } from './musterstadt.ts';
import { seeded } from './seeded.ts';

/** What a year brought on average, in points by dimension. */
const gained: Readonly<Record<string, number>> = {
  d1: 3,
  d2: 6,
  d3: 9,
  d4: 6,
  d5: 0,
  d6: 2,
  d7: 4,
  d8: 1,
  d9: -1,
};
/** Points by which single offices differ from that. */
const spread = 8;

/** Merged into the office for roads since then. */
const buildings = officeOf('Dezernat IV', '65;Gebäude;41;1;52 38 47 33 66 44 x x x');

/** Not there a year ago. */
const founded: ReadonlySet<string> = new Set(['68']);

/** What became of the offices of last year, as `pegel compare` and the console read it. */
export const successorsCsv = ['from;to;share', '65;66;1', ''].join('\r\n');

function earlier(leaning: Leaning | null, gain: number): Leaning | null {
  if (leaning === null) return null;
  return { ...leaning, points: Math.min(100, Math.max(0, Math.round(leaning.points - gain))) };
}

function officeBefore(office: DemoOffice): DemoOffice {
  const chance = seeded(`Musterstadt ${office.code} a year ago`);
  const leanings = Object.entries(office.leanings).map(([dimension, leaning]) => {
    const gain = (gained[dimension] ?? 0) + (chance.next() - 0.5) * spread;
    return [dimension, earlier(leaning, gain)] as const;
  });
  return {
    ...office,
    leanings: Object.fromEntries(leanings),
    ends: office.code === '23' ? 'untouched' : 'submitted',
  };
}

/** Musterstadt as it was asked a year ago: without the youngest office, with one that was merged since. */
export const musterstadtBefore: readonly DemoOffice[] = [
  ...musterstadt.filter(({ code }) => !founded.has(code)).map(officeBefore),
  buildings,
];
