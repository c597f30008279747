import type { Answer, Answers, PanelRow } from '../../../surveys/answers/answer.ts';
import type { Plan } from '../../../surveys/plan/plan.ts';
import type { DemoOffice, Leaning } from './musterstadt.ts';
import { type ProjectIdea, projectIdeas, remarks } from './project-ideas.ts';
import { type Chance, seeded } from './seeded.ts';

const topLevel = 4;

/** Levels 0–4 whose mean comes as near to the points as whole levels allow, unevenly spread as people answer. */
function levelsNear(points: number, count: number, chance: Chance): number[] {
  const total = Math.round((points / 100) * topLevel * count);
  const levels = Array.from({ length: count }, (_, at) => Math.floor((total + at) / count));
  const [first = 0, last = 0] = [levels[0], levels.at(-1)];
  if (count > 2 && first > 0 && last < topLevel && chance.next() < 0.7) {
    levels[0] = first - 1;
    levels[count - 1] = last + 1;
  }
  return chance.shuffled(levels);
}

/** How many of the items stay open, so that coverage falls below 80 % or below 50 %. */
function openCount({ answered }: Leaning, items: number): number {
  if (answered === 'clear') return 0;
  return answered === 'doubtful' ? Math.ceil(items * 0.3) : Math.floor(items / 2) + 1;
}

function openAnswer(chance: Chance): Answer | null {
  return chance.next() < 0.7 ? { state: 'dk' } : null;
}

/** A level, now and then with a remark or the level the office aims at. */
function leveled(value: number, chance: Chance): Answer {
  const remark = chance.next() < 0.12 ? { comment: chance.pick(remarks) } : {};
  const aim = chance.next() < 0.4 ? { target: Math.min(topLevel, value + chance.pick([1, 2])) } : {};
  return { value, ...remark, ...aim };
}

function dimensionAnswers(items: readonly string[], leaning: Leaning, chance: Chance): [string, Answer][] {
  const open = openCount(leaning, items.length);
  const levels = levelsNear(leaning.points, items.length - open, chance);
  const order = chance.shuffled(items);
  return order.flatMap((item, at): [string, Answer][] => {
    const level = levels[at];
    const answer = level === undefined ? openAnswer(chance) : leveled(level, chance);
    return answer === null ? [] : [[item, answer]];
  });
}

/** Internal offices have no service for the public: one question of the third dimension does not apply to them. */
function withoutOutsideService(office: DemoOffice, answers: [string, Answer][]): [string, Answer][] {
  if (office.code !== '14' && office.code !== '11') return answers;
  return answers.map(([item, answer]) =>
    item === 'd3_5' ? [item, { state: 'na', reason: 'noOutsideService' }] : [item, answer],
  );
}

const periods: Readonly<Record<string, readonly [string, string]>> = {
  geplant: ['2027-02-01', '2028-06-30'],
  laufend: ['2025-09-01', '2027-12-31'],
  abgeschlossen: ['2024-03-01', '2026-05-31'],
};

function projectRow(idea: ProjectIdea, id: string, lead: string): PanelRow {
  const { title, aim, field, status, budget, risk } = idea;
  const period = periods[status];
  return {
    id,
    title,
    aim,
    field,
    status,
    ...(period === undefined ? {} : { start: period[0], end: period[1] }),
    budget,
    lead,
    ...(risk === '' ? {} : { risk }),
  };
}

function projectsOf(office: DemoOffice, chance: Chance): [string, Answer][] {
  const count = Math.floor(chance.next() * 5);
  if (count < 2) return [];
  const lead = office.contacts[0]?.name ?? '';
  const ideas = chance.shuffled(projectIdeas).slice(0, count);
  const rows = ideas.map((idea, at) => projectRow(idea, `p${office.code}-${at + 1}`, lead));
  return [['projects', { value: rows }]];
}

/** What an office of Musterstadt answers; the same at every run. */
export function simulateAnswers(plan: Plan, office: DemoOffice): Answers {
  const chance = seeded(`Musterstadt ${office.code}`);
  const scored = plan.maturity.dimensions.flatMap(({ id, items }) => {
    const leaning = office.leanings[id] ?? null;
    return leaning === null ? [] : dimensionAnswers(items, leaning, chance);
  });
  return Object.fromEntries([...withoutOutsideService(office, scored), ...projectsOf(office, chance)]);
}
