import type { ComponentChildren } from 'preact';
import type { OverviewResponse } from '../../../server/overview/overview.wire.ts';
import { say, t } from '../../i18n/i18n.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Page } from '../page.tsx';

type Steps = OverviewResponse['steps'];

/** Before the first wave: four steps, each with its state; the first one open is the page's primary action. */
export function FirstRun({ steps }: { steps: Steps }) {
  const list = stepList(steps);
  const open = list.findIndex((step) => !step.done);
  return (
    <Page
      name={t('nav.overview')}
      kicker={t('first.welcome')}
      heading={t('first.heading')}
      lead={t('first.lead')}
    >
      <ol class="steps">
        {list.map((step, index) => (
          <Step key={step.title} step={step} number={index + 1} next={index === open} />
        ))}
      </ol>
      <details class="demo">
        <summary>{t('first.demo')}</summary>
        <p>
          {t('first.demoHow')} <code>npm run demo</code>
        </p>
        <p>{t('first.demoSafe')}</p>
      </details>
    </Page>
  );
}

interface StepFacts {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly href: string;
  readonly done: boolean;
}

function stepList(steps: Steps): readonly StepFacts[] {
  const { offices, contacts, questionnaire, mailTransport } = steps;
  const known = offices > 0 && contacts > 0;
  const smtp = mailTransport === 'smtp';
  const counted = t('count.offices', { count: offices });
  const people = t('count.people', { count: contacts });
  return [
    {
      title: t('first.offices'),
      text: known ? t('first.officesDone', { offices: counted, people }) : t('first.officesText'),
      action: known ? t('first.see') : t('first.officesAction'),
      href: known ? '/aemter' : '/aemter/einlesen',
      done: known,
    },
    {
      title: t('first.questionnaire'),
      text: t('first.questionnaireText', {
        title: say(questionnaire.title),
        items: questionnaire.items,
        dimensions: questionnaire.dimensions,
        minutes: questionnaire.minutes,
      }),
      action: t('first.questionnaireAction'),
      href: '/frageboegen',
      done: false,
    },
    {
      title: t('first.mail'),
      text: smtp ? t('first.mailDone') : t('first.mailText'),
      action: smtp ? t('first.see') : t('first.mailAction'),
      href: '/einstellungen',
      done: smtp,
    },
    {
      title: t('first.wave'),
      text: t('first.waveText'),
      action: t('first.waveAction'),
      href: '/erhebungen/neu',
      done: false,
    },
  ];
}

function Step({ step, number, next }: { step: StepFacts; number: number; next: boolean }) {
  return (
    <li class="panel step">
      <Sign done={step.done} next={next}>
        {step.done ? '✓' : number}
      </Sign>
      <div class="step__text">
        <h2>{step.title}</h2>
        <p class="small">
          {step.done ? <span class="visually-hidden">{t('first.done')} </span> : null}
          {step.text}
        </p>
      </div>
      <ButtonLink kind={next ? 'primary' : 'secondary'} href={step.href}>
        {step.action}
      </ButtonLink>
    </li>
  );
}

function Sign({ done, next, children }: { done: boolean; next: boolean; children: ComponentChildren }) {
  const look = done ? 'done' : next ? 'next' : 'later';
  return (
    <span class={`step__sign step__sign--${look}`} aria-hidden="true">
      {children}
    </span>
  );
}
