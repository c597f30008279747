import { longDate } from '../../reports/dates/written-date.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { type Answering, useAnswering } from './answering-context.ts';
import { NotMe } from './not-me.tsx';
import { PageHeading } from './page-heading.tsx';
import { goTo } from './place.ts';
import type { Transport } from './transport.ts';

interface StartPageProps {
  /** Whether the answers on this device were just deleted. */
  readonly forgotten: boolean;
  readonly notMe: Transport['notMe'];
}

/** Who asks, why, how long, who sees the answers, until when; one button. */
export function StartPage({ forgotten, notMe }: StartPageProps) {
  const answering = useAnswering();
  const { t, data, language, progress } = answering;
  const office = `${data.office.code} ${data.office.name}`;
  const begun = progress.answered > 0;
  const next = progress.pages.find((one) => one.open.length > 0) ?? (begun ? undefined : progress.pages[0]);
  return (
    <>
      {forgotten ? <Alert kind="success" title={t.forgotten} focusKey="forgotten" /> : null}
      <p class="r-page__kicker">{data.wave.title}</p>
      <PageHeading text={t.startTitle(progress.minutes)} where={data.city} />
      <p class="r-page__lead">{t.greeting(data.person.name, office)}</p>
      <dl class="r-facts">
        {factsOf(answering).map(([question, text]) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {begun ? <p class="r-page__note">{t.alreadyAnswered(progress.answered, progress.counted)}</p> : null}
      <div class="r-navigation r-navigation--one">
        <Button
          onClick={() =>
            goTo(next ? { kind: 'page', page: next.page.name, question: null } : { kind: 'review' })
          }
        >
          {begun ? (next ? t.goOn(next.page.title[language]) : t.goOnReview) : t.begin}
        </Button>
      </div>
      <NotMe send={notMe} />
    </>
  );
}

type Fact = readonly [question: string, text: string];

function factsOf({ t, data, language, progress }: Answering): readonly Fact[] {
  return [
    [t.whoAsks, t.whoAsksText(data.contact.name, data.city)],
    [t.why, t.whyText],
    [t.howLong, t.howLongText(progress.minutes, progress.pages.length)],
    [t.pause, t.pauseText],
    [t.together, t.togetherText],
    [t.whoSees, t.whoSeesText(data.several?.minGroup ?? 1)],
    ...anonymousFacts({ t, data }),
    [t.deadline, t.deadlineText(longDate(data.wave.deadline, language))],
  ];
}

function anonymousFacts({ t, data: { several } }: Pick<Answering, 't' | 'data'>): readonly Fact[] {
  if (!several?.anonymous) return [];
  return [
    [t.anonymousTitle, t.anonymousText(several.minGroup)],
    [t.notAnonymousTitle, t.notAnonymousText],
  ];
}
