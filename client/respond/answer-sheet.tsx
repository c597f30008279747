import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { longDate } from '../../reports/dates/written-date.ts';
import type { Receipt } from '../../server/responses/responses.wire.ts';
import type { Answers } from '../../surveys/answers/answer.ts';
import type { ProblemError } from '../http.ts';
import { type Answering, AnsweringContext } from './answering-context.ts';
import { ContactLine } from './contact-line.tsx';
import { ForgetAnswers } from './forget-answers.tsx';
import { Frame } from './frame.tsx';
import type { OpenProps } from './open-questionnaire.tsx';
import { PageView } from './page-view.tsx';
import { usePlace } from './place.ts';
import { ReviewPage } from './review-page.tsx';
import { isEmpty } from './save-queue.ts';
import { SaveState } from './save-state.tsx';
import { StartPage } from './start-page.tsx';
import { useArrival } from './use-arrival.ts';
import { useAutosave } from './use-autosave.ts';
import { useQuestionnaire } from './use-questionnaire.ts';
import { useSeen } from './use-seen.ts';
import { type Submitting, useSubmission } from './use-submission.ts';

interface AnswerSheetProps extends OpenProps {
  readonly over: (problem: ProblemError) => void;
  readonly done: (receipt: Receipt) => void;
  readonly onForget: () => void;
  /** Whether the answers on this device were just deleted. */
  readonly forgotten: boolean;
  /** Where the answers on the page stay readable when it ends. */
  readonly lastAnswers: RefObject<Answers>;
}

/** The open questionnaire: start page, pages, review. */
export function AnswerSheet(props: AnswerSheetProps) {
  const { opened: data, transport, language, lastAnswers } = props;
  const { autosave, saving } = useAutosave(props);
  const { answering, check, showProblems } = useQuestionnaire({ data, language, saving, autosave });
  const { t, asked } = answering;
  const submitting = useSubmission({ ...props, autosave, t, asked, check, showProblems });
  useSeen(transport, data.several);
  useEffect(() => {
    lastAnswers.current = saving.sheet.answers;
  }, [lastAnswers, saving]);
  return (
    <AnsweringContext.Provider value={answering}>
      <Frame
        city={data.city}
        language={language}
        t={t}
        onLanguage={props.onLanguage}
        status={<Status answering={answering} mode={props.mode} />}
        foot={<Foot answering={answering} onForget={props.onForget} />}
      >
        <CurrentPage
          answering={answering}
          submitting={submitting}
          forgotten={props.forgotten}
          notMe={transport.notMe}
        />
      </Frame>
    </AnsweringContext.Provider>
  );
}

interface CurrentPageProps {
  readonly answering: Answering;
  readonly submitting: Submitting;
  readonly forgotten: boolean;
  readonly notMe: OpenProps['transport']['notMe'];
}

function CurrentPage({ answering, submitting, forgotten, notMe }: CurrentPageProps) {
  const { progress } = answering;
  const place = usePlace();
  const current = progress.pages.find(({ page }) => place.kind === 'page' && page.name === place.page);
  useArrival(place);
  if (current) return <PageView key={current.page.name} current={current} />;
  return place.kind === 'review' ? (
    <ReviewPage submitting={submitting} />
  ) : (
    <StartPage forgotten={forgotten} notMe={notMe} />
  );
}

function Status({ answering, mode }: { answering: Answering; mode: OpenProps['mode'] }) {
  const { data, saving, language, t } = answering;
  if (mode === 'preview') return <span class="r-save-state">{t.nothingSaved}</span>;
  return <SaveState {...{ saving, language, t }} timeZone={data.wave.timeZone} />;
}

function Foot({ answering, onForget }: { answering: Answering; onForget: () => void }) {
  const { data, language, saving, t } = answering;
  const onDevice = data.several?.anonymous === true && !isEmpty(saving.sheet.queue);
  return (
    <>
      <p>
        <ContactLine contact={{ ...data.contact, city: data.city }} t={t} />
      </p>
      <p>{t.footPause(longDate(data.wave.deadline, language))}</p>
      {onDevice ? <ForgetAnswers t={t} why={t.sharedDevice} onForget={onForget} /> : null}
    </>
  );
}
