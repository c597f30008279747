import type { CompareResponse } from '../../../server/comparison/comparison.wire.ts';
import { say, t } from '../../i18n/i18n.ts';
import { Panel } from '../../ui/panel.tsx';
import { SuccessorsForm } from './successors-form.tsx';

/** What happened to the offices between the two waves, and the place to say it. */
export function OrganisationPanel({ compared, changed }: { compared: CompareResponse; changed: () => void }) {
  const { organisation } = compared;
  return (
    <Panel title={t('organisation.title')}>
      {organisation.length === 0 ? (
        <p>{t('organisation.same')}</p>
      ) : (
        <ul class="organisation">
          {organisation.map((sentence) => (
            <li key={sentence.de}>{say(sentence)}</li>
          ))}
        </ul>
      )}
      <SuccessorsForm compared={compared} changed={changed} />
    </Panel>
  );
}
