import { longDate } from '../../reports/dates/written-date.ts';
import { Button } from '../ui/button.tsx';
import { useAnswering } from './answering-context.ts';
import { PageHeading } from './page-heading.tsx';
import { goTo } from './place.ts';

/** Who asks, why, how long, who sees the answers, until when; one button. */
export function StartPage() {
  const { t, data, language, progress } = useAnswering();
  const office = `${data.office.code} ${data.office.name}`;
  const begun = progress.answered > 0;
  const next = progress.pages.find((one) => one.open.length > 0) ?? (begun ? undefined : progress.pages[0]);
  const facts: readonly (readonly [string, string])[] = [
    [t.whoAsks, t.whoAsksText(data.contact.name, data.city)],
    [t.why, t.whyText],
    [t.howLong, t.howLongText(progress.minutes, progress.pages.length)],
    [t.pause, t.pauseText],
    [t.together, t.togetherText],
    [t.whoSees, t.whoSeesText],
    [t.deadline, t.deadlineText(longDate(data.wave.deadline, language))],
  ];
  return (
    <>
      <p class="r-page__kicker">{data.wave.title}</p>
      <PageHeading text={t.startTitle(progress.minutes)} where={data.city} />
      <p class="r-page__lead">{t.greeting(data.person.name, office)}</p>
      <dl class="r-facts">
        {facts.map(([question, text]) => (
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
    </>
  );
}
