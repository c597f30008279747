import type { ExplainResponse } from '../../../../server/explanations/explanations.wire.ts';
import { say, t } from '../../../i18n/i18n.ts';

type Step = ExplainResponse['steps'][number];

/** What else is known of the number: coverage, bounds, secured level and the like, each with its formula on demand. */
export function OriginSteps({ steps }: { steps: readonly Step[] }) {
  if (steps.length === 0) return null;
  return (
    <>
      <h3 class="origin__heading">{t('explain.steps')}</h3>
      <dl class="origin-steps">
        {steps.map((step) => (
          <div key={step.name.de}>
            <dt>{say(step.name)}</dt>
            <dd class="origin-steps__value">{say(step.value)}</dd>
            <dd>
              <Formula name={t('explain.how')} step={step} of={say(step.name)} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** A rule and the same with the figures put in, folded; where it stands in the method. */
export function Formula({
  name,
  step,
  of,
}: {
  name: string;
  step: Pick<Step, 'rule' | 'inserted' | 'section'>;
  of?: string;
}) {
  return (
    <details class="formula">
      <summary>
        {name}
        {of === undefined ? null : <span class="visually-hidden">: {of}</span>}
      </summary>
      <p>
        <span class="small">{t('explain.rule')}</span> <code>{step.rule}</code>
      </p>
      <p>
        <span class="small">{t('explain.inserted')}</span> <code>{say(step.inserted)}</code>
      </p>
      <p>
        <a href={`/methode?abschnitt=${encodeURIComponent(sectionNumber(step.section))}`}>
          {t('explain.section', { section: sectionNumber(step.section) })}
        </a>
      </p>
    </details>
  );
}

/** "§4" and "4" name the same section. */
function sectionNumber(section: string): string {
  return section.replace(/^\D*/, '');
}
