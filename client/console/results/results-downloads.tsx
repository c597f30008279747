import { t } from '../../i18n/i18n.ts';
import { ButtonLink } from '../../ui/button-link.tsx';

export function ResultsDownloads({ waveId }: { waveId: string }) {
  return (
    <details class="menu downloads">
      <summary class="kern-btn kern-btn--secondary">
        <span class="kern-label">{t('download.open')}</span>
      </summary>
      <div class="menu__list">
        <ButtonLink kind="tertiary" href={`/api/waves/${waveId}/results.csv`} download="">
          {t('download.scoresCsv')}
        </ButtonLink>
        <ButtonLink kind="tertiary" href={`/api/waves/${waveId}/responses.json`} download="">
          {t('download.answersJson')}
        </ButtonLink>
        <ButtonLink kind="tertiary" href={`/api/waves/${waveId}/wave.json`} download="">
          {t('download.waveJson')}
        </ButtonLink>
        <ButtonLink kind="tertiary" href="/api/offices.csv" download="">
          {t('download.officesCsv')}
        </ButtonLink>
      </div>
    </details>
  );
}
