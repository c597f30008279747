import { t } from '../../i18n/i18n.ts';
import { ButtonLink } from '../../ui/button-link.tsx';

export function ResultsDownloads({ waveId }: { waveId: string }) {
  return (
    <div class="buttons">
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
  );
}
