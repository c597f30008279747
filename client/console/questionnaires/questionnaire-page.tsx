import type { QuestionnaireResponse } from '../../../server/questionnaires/questionnaires.wire.ts';
import type { DimensionPlan, Plan, QuestionPlan } from '../../../surveys/plan/plan.ts';
import { say, t } from '../../i18n/i18n.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useLoad } from '../load.ts';
import { points } from '../numbers.ts';
import { Page, WhenLoaded } from '../page.tsx';
import { planQuestions } from './plan-questions.ts';

export function QuestionnairePage({ id, version }: { id: string; version: string }) {
  const { loaded, reload } = useLoad<QuestionnaireResponse>(`/api/questionnaires/${id}/versions/${version}`);
  return (
    <WhenLoaded loaded={loaded} reload={reload}>
      {(value) => <Questionnaire value={value} />}
    </WhenLoaded>
  );
}

function Questionnaire({ value }: { value: QuestionnaireResponse }) {
  const { summary, plan } = value;
  const { items, dimensions, minutes } = summary;
  const questions = planQuestions(plan);
  const unscored = questions.filter((question) => question.dimension === null);
  return (
    <Page
      name={t('word.questionnaire')}
      crumbs={[{ label: t('nav.questionnaires'), href: '/frageboegen' }, { label: say(summary.title) }]}
      heading={say(summary.title)}
      lead={t('questionnaire.size', { items, dimensions, minutes })}
      actions={
        <>
          <ButtonLink
            kind="tertiary"
            href={`/api/questionnaires/${summary.id}/versions/${summary.version}.json`}
            download=""
          >
            {t('download.questionnaireJson')}
          </ButtonLink>
          <ButtonLink href={`/frageboegen/${summary.id}/${summary.version}/vorschau`}>
            {t('questionnaire.preview')}
          </ButtonLink>
        </>
      }
    >
      <div class="stack">
        {plan.maturity.dimensions.map((dimension) => (
          <Dimension key={dimension.id} dimension={dimension} plan={plan} questions={questions} />
        ))}
        {unscored.length === 0 ? null : (
          <Panel title={t('questionnaire.unscored')}>
            <p class="small">{t('questionnaire.unscoredText')}</p>
            <ul class="question-list">
              {unscored.map((question) => (
                <li key={question.name}>{say(question.title)}</li>
              ))}
            </ul>
          </Panel>
        )}
      </div>
    </Page>
  );
}

function Dimension(props: { dimension: DimensionPlan; plan: Plan; questions: readonly QuestionPlan[] }) {
  const { dimension, plan } = props;
  const field = plan.maturity.fields.find((one) => one.id === dimension.field);
  const items = props.questions.filter((question) => question.dimension === dimension.id);
  return (
    <Panel title={say(dimension.title)}>
      <p class="small">
        {field === undefined ? null : say(field.title)}
        {field?.onlyTagged && field.askedOf !== null ? ` · ${say(field.askedOf)}` : null}
        {` · ${t('count.items', { count: items.length })}`}
      </p>
      {items.map((question) => (
        <details key={question.name} class="question">
          <summary>{say(question.title)}</summary>
          <Anchors question={question} />
        </details>
      ))}
    </Panel>
  );
}

function Anchors({ question }: { question: QuestionPlan }) {
  if (question.type !== 'radiogroup') return <p class="small">{t('questionnaire.otherType')}</p>;
  return (
    <table class="anchors">
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{t('questionnaire.step')}</th>
          <th scope="col">{t('word.answer')}</th>
          <th scope="col">{t('word.points')}</th>
        </tr>
      </thead>
      <tbody>
        {question.choices.map((choice) => (
          <tr key={choice.value}>
            <th scope="row">{choice.value}</th>
            <td>{say(choice.text)}</td>
            <td class="table__end muted">{choice.score === null ? '–' : points(choice.score)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
