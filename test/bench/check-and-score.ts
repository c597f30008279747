import { loadCatalog } from '../../server/questionnaires/catalog.ts';
import { catalogFolder } from '../../server/questionnaires/catalog-folder.ts';
import { questionsOf } from '../../surveys/plan/questions.ts';
import { type Figure, figure, perSecond } from './report.ts';

/** Check and score of one complete response, against parsing the same response from JSON. */
export async function checkAndScore(): Promise<Figure[]> {
  const entry = (await loadCatalog(catalogFolder())).find({ id: 'kommunal-digital', version: 1 });
  if (!entry) throw new Error('the built-in questionnaire is missing');
  const context = { tags: ['bildung', 'wirtschaft', 'beteiligung'] };
  const items = questionsOf(entry.plan).filter((question) => question.dimension !== null);
  const answers = Object.fromEntries(items.map(({ name }, i) => [name, { value: i % 5 }]));
  const sent = JSON.stringify(answers);

  const perSecondScored = perSecond(() => {
    const checked = entry.checker.checkSubmission(answers, context);
    if (!checked.ok) throw new Error('the benchmark response is refused');
    entry.scorer.scoreResponse(checked.answers, context);
  });
  const perSecondParsed = perSecond(() => void JSON.parse(sent));
  return [
    figure({
      name: `check and score of ${items.length} items, one core`,
      value: perSecondScored,
      unit: 'responses/s',
      yardstick: { name: 'JSON.parse of the same response per second', value: perSecondParsed },
      budget: 'value ≥ 20000',
    }),
  ];
}
