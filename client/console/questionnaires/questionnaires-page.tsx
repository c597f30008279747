import type {
  QuestionnaireSummary,
  QuestionnairesResponse,
} from '../../../server/questionnaires/questionnaires.wire.ts';
import { say, t } from '../../i18n/i18n.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { useLoad } from '../load.ts';
import { Page, WhenLoaded } from '../page.tsx';

export function QuestionnairesPage() {
  const { loaded, reload } = useLoad<QuestionnairesResponse>('/api/questionnaires');
  return (
    <WhenLoaded loaded={loaded} reload={reload}>
      {({ questionnaires }) => (
        <Page
          name={t('nav.questionnaires')}
          heading={t('questionnaires.heading', { count: questionnaires.length })}
          lead={t('questionnaires.lead')}
        >
          <ul class="cards">
            {questionnaires.map((entry) => (
              <Card key={`${entry.id} ${entry.version}`} entry={entry} />
            ))}
          </ul>
        </Page>
      )}
    </WhenLoaded>
  );
}

function Card({ entry }: { entry: QuestionnaireSummary }) {
  const { items, dimensions, minutes } = entry;
  const href = `/frageboegen/${entry.id}/${entry.version}`;
  return (
    <li class="panel step">
      <div class="step__text">
        <h2>{say(entry.title)}</h2>
        <p class="small">
          {t('questionnaire.size', { items, dimensions, minutes })}{' '}
          {t('questionnaire.version', { version: entry.version })}
        </p>
      </div>
      <div class="buttons">
        <ButtonLink kind="secondary" href={`${href}/vorschau`}>
          {t('questionnaire.preview')}
        </ButtonLink>
        <ButtonLink href={href}>{t('questionnaire.read')}</ButtonLink>
      </div>
    </li>
  );
}
