import type { ItemChange } from '../../../reports/comparison/comparison.ts';
import type { CompareResponse } from '../../../server/comparison/comparison.wire.ts';
import type { QuestionnaireResponse } from '../../../server/questionnaires/questionnaires.wire.ts';
import type { Plan } from '../../../surveys/plan/plan.ts';
import { questionsOf } from '../../../surveys/plan/questions.ts';
import { say, t } from '../../i18n/i18n.ts';
import { Alert } from '../../ui/alert.tsx';
import { useLoad } from '../load.ts';
import { problemText } from '../problem-text.ts';
import { type ComparedNumber, type ComparedOffice, calledOffice, waveLabels } from './compared-number.ts';
import { change, valueOrSign } from './shown-change.ts';

interface ItemChangesProps {
  readonly compared: CompareResponse;
  readonly office: ComparedOffice;
  /** Of a dimension its items alone. */
  readonly number: ComparedNumber;
}

/** Every question of an office in both waves. */
export function ItemChanges(props: ItemChangesProps) {
  const { id, version } = props.compared.to.questionnaire;
  const { loaded } = useLoad<QuestionnaireResponse>(`/api/questionnaires/${id}/versions/${version}`);
  if (loaded.state === 'loading') return <p role="status">{t('shell.loading')}</p>;
  if (loaded.state === 'failed') return <Alert kind="danger" title={problemText(loaded.error)} />;
  return <Items {...props} plan={loaded.value.plan} />;
}

function Items({ compared, office, number, plan }: ItemChangesProps & { plan: Plan }) {
  const labels = waveLabels(compared);
  const rows = rowsOf({ compared, office, number }, plan);
  return (
    <table class="table table--plain item-changes">
      <caption class="visually-hidden">{t('changes.items', { office: calledOffice(office) })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('word.item')}</th>
          <th scope="col" class="table__end">
            {labels.from}
          </th>
          <th scope="col" class="table__end">
            {labels.to}
          </th>
          <th scope="col" class="table__end">
            {t('compare.change')}
          </th>
          <th scope="col">{t('changes.class')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, title, item }) => (
          <tr key={id}>
            <th scope="row">{title}</th>
            <td class="table__end">{valueOrSign(item.from, '/')}</td>
            <td class="table__end">{valueOrSign(item.to, '/')}</td>
            <td class="table__end">{change(item.change)}</td>
            <td>{t(`class.${item.class}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface Row {
  readonly id: string;
  readonly title: string;
  readonly item: ItemChange;
}

/** In questionnaire order, those that are gone at the end. */
function rowsOf({ compared, office, number }: ItemChangesProps, plan: Plan): readonly Row[] {
  const titles = new Map(questionsOf(plan).map(({ name, title }) => [name, title]));
  const gone = compared.questionnaireChanges.filter((one) => one.class === 'dropped');
  const asked = plan.maturity.dimensions.flatMap(({ id, items }) => items.map((item) => [item, id] as const));
  const all = [...asked, ...gone.map(({ item, dimension }) => [item, dimension ?? ''] as const)];
  return all.flatMap(([id, dimension]) => {
    const item = office.change.items[id];
    if (!item || (number !== 'index' && number !== dimension)) return [];
    const title = titles.get(id) ?? gone.find((one) => one.item === id)?.title;
    return [{ id, title: title ? say(title) : id, item }];
  });
}
