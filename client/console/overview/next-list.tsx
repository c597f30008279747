import type { OverviewResponse } from '../../../server/overview/overview.wire.ts';
import { say, t } from '../../i18n/i18n.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Tag, type TagTone } from '../../ui/tag.tsx';

type Step = OverviewResponse['next'][number];

const tones: Readonly<Record<Step['kind'], TagTone>> = {
  openDraft: 'info',
  waiting: 'info',
  mailTrouble: 'bad',
  closeSoon: 'warn',
  seeResults: 'info',
  newWave: 'plain',
  missingOffices: 'warn',
};

/** What is to do now, most urgent first, one button each. */
export function NextList({ steps }: { steps: readonly Step[] }) {
  return (
    <Panel title={t('next.title')}>
      {steps.length === 0 ? <p>{t('next.nothing')}</p> : null}
      <ul class="next">
        {steps.map((step) => (
          <li key={`${step.kind} ${step.href}`}>
            <p>
              <Tag tone={tones[step.kind]}>{say(step.label)}</Tag> {say(step.detail)}
            </p>
            <ButtonLink kind="tertiary" href={step.href}>
              {say(step.action)}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
