import type { CompareResponse } from '../../../server/comparison/comparison.wire.ts';
import { say, t } from '../../i18n/i18n.ts';
import { Panel } from '../../ui/panel.tsx';
import { Tag, type TagTone } from '../../ui/tag.tsx';

type QuestionnaireChange = CompareResponse['questionnaireChanges'][number];

const tones: Readonly<Record<QuestionnaireChange['class'], TagTone>> = {
  same: 'plain',
  editorial: 'plain',
  changed: 'warn',
  new: 'info',
  dropped: 'warn',
};

/** Which questions were changed, came or went, and why. */
export function QuestionnaireChanges({ compared }: { compared: CompareResponse }) {
  const changes = compared.questionnaireChanges;
  if (changes.length === 0) {
    return (
      <Panel title={t('questions.none')}>
        <p class="text">{t('questions.noneText')}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t('questions.title', { count: changes.length })}>
      <ul class="question-changes">
        {changes.map((change) => (
          <li key={`${change.class} ${change.item}`}>
            <Tag tone={tones[change.class]}>{t(`class.${change.class}`)}</Tag>
            <div>
              <p>{say(change.title)}</p>
              <p class="small">{details(change, compared)}</p>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function details({ dimension, item, reason }: QuestionnaireChange, { dimensions }: CompareResponse): string {
  const title = dimensions.find(({ id }) => id === dimension)?.title;
  const place = title ? `${say(title)} · ${item}` : item;
  return reason === null ? place : `${place} · ${t('questions.reason')}: ${reason}`;
}
