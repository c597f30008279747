import { t } from '../i18n/i18n.ts';
import { CompareEarlierPage } from './compare/compare-earlier-page.tsx';
import { ComparePage } from './compare/compare-page.tsx';
import { MethodPage } from './method/method-page.tsx';
import { ImportPage } from './offices/import-page.tsx';
import { NewOfficePage, OfficePage } from './offices/office-page.tsx';
import { OfficesPage } from './offices/offices-page.tsx';
import { OverviewPage } from './overview/overview-page.tsx';
import { Page } from './page.tsx';
import { QuestionnairePreviewPage, WavePreviewPage } from './questionnaires/preview-page.tsx';
import { QuestionnairePage } from './questionnaires/questionnaire-page.tsx';
import { QuestionnairesPage } from './questionnaires/questionnaires-page.tsx';
import { OfficeResultsPage } from './results/office-results-page.tsx';
import { ResultsListPage } from './results/results-list-page.tsx';
import { ResultsPage } from './results/results-page.tsx';
import type { Match } from './routes.ts';
import { SettingsPage } from './settings/settings-page.tsx';
import { NewWavePage } from './waves/new-wave-page.tsx';
import { OutboxPage } from './waves/outbox-page.tsx';
import { ReminderPage } from './waves/reminder-page.tsx';
import { WavePage } from './waves/wave-page.tsx';
import { WavesPage } from './waves/waves-page.tsx';

/** The page of an address, for somebody who is signed in. */
export function Pages({ match }: { match: Match }) {
  const id = match.param('id');
  switch (match.name) {
    case 'overview':
      return <OverviewPage />;
    case 'waves':
      return <WavesPage />;
    case 'newWave':
      return <NewWavePage />;
    case 'wave':
      return <WavePage key={id} id={id} />;
    case 'wavePreview':
      return <WavePreviewPage id={id} />;
    case 'outbox':
      return <OutboxPage id={id} />;
    case 'reminders':
      return <ReminderPage key={id} id={id} />;
    case 'resultsList':
      return <ResultsListPage />;
    case 'results':
      return <ResultsPage key={id} id={id} />;
    case 'officeResults':
      return <OfficeResultsPage id={id} officeId={match.param('officeId')} />;
    case 'compareEarlier':
      return <CompareEarlierPage id={id} />;
    case 'compare':
      return <ComparePage id={id} fromId={match.param('fromId')} />;
    case 'method':
      return <MethodPage />;
    case 'offices':
      return <OfficesPage />;
    case 'importOffices':
      return <ImportPage />;
    case 'newOffice':
      return <NewOfficePage />;
    case 'office':
      return <OfficePage key={id} id={id} />;
    case 'questionnaires':
      return <QuestionnairesPage />;
    case 'questionnaire':
      return <QuestionnairePage id={id} version={match.param('version')} />;
    case 'questionnairePreview':
      return <QuestionnairePreviewPage id={id} version={match.param('version')} />;
    case 'settings':
      return <SettingsPage />;
    default:
      return (
        <Page name={t('shell.unknownName')} heading={t('shell.unknown')} lead={t('shell.unknownLead')} />
      );
  }
}
