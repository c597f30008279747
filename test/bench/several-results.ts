import { loadCatalog } from '../../server/questionnaires/catalog.ts';
import { catalogFolder } from '../../server/questionnaires/catalog-folder.ts';
import type { Answer, Answers } from '../../surveys/answers/answer.ts';
import { questionsOf } from '../../surveys/plan/questions.ts';
import { type Figure, figure } from './report.ts';

const offices = 500;
const respondents = 20;

/** One answer in twelve is "does not apply", "do not know" or blank. */
function answerTo(office: number, respondent: number, item: number): Answer {
  const draw = (office * 7919 + respondent * 104_729 + item * 1_299_709 + respondent * item * 31) % 997;
  if (draw % 36 === 0) return { state: 'dk' };
  if (draw % 36 === 1) return { state: 'na', reason: 'elsewhere' };
  return draw % 36 === 2 ? {} : { value: draw % 5, target: Math.min(4, (draw % 5) + 1) };
}

function medianMs(work: () => void): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.toSorted((a, b) => a - b)[2] ?? 0;
}

/** Results of a wave in which many people answer for every office: without and with the bootstrap. */
export async function severalResults(): Promise<Figure[]> {
  const entry = (await loadCatalog(catalogFolder())).find({ id: 'kommunal-digital', version: 1 });
  if (!entry) throw new Error('the built-in questionnaire is missing');
  const { scorer, plan } = entry;
  const items = questionsOf(plan).filter((question) => question.dimension !== null);
  const wave: Answers[][] = Array.from({ length: offices }, (_, office) =>
    Array.from({ length: respondents }, (_, respondent) =>
      Object.fromEntries(items.map(({ name }, item) => [name, answerTo(office, respondent, item)])),
    ),
  );
  const sent = JSON.stringify(wave);
  const tags = ['bildung', 'wirtschaft', 'beteiligung'];
  const results = (draws: number) => {
    for (const [office, responses] of wave.entries())
      scorer.figuresOfOffice(responses, { tags, seed: 1, office: String(office), draws });
  };
  const parsed = medianMs(() => void JSON.parse(sent));
  const yardstick = { name: 'JSON.parse of the same responses, ms', value: parsed };
  const size = `${offices} offices × ${respondents} people × ${items.length} items`;
  return [
    figure({
      name: `results with agreement, ${size}`,
      value: medianMs(() => results(0)),
      unit: 'ms',
      yardstick,
      budget: 'value ≤ 2000',
    }),
    figure({
      name: `the same with 2,000 bootstrap draws per office`,
      value: medianMs(() => results(2_000)),
      unit: 'ms',
      yardstick,
      budget: 'value ≤ 2000 (aim)',
    }),
  ];
}
