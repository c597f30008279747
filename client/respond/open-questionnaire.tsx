import { useCallback, useRef, useState } from 'preact/hooks';
import type { AnsweringResponse, Receipt } from '../../server/responses/responses.wire.ts';
import type { Answers } from '../../surveys/answers/answer.ts';
import type { Language } from '../../surveys/plan/plan.ts';
import { ProblemError } from '../http.ts';
import { AnswerSheet } from './answer-sheet.tsx';
import { type ContactFacts, ContactLine, contactIn } from './contact-line.tsx';
import { copyOfAnswers, unsentAnswers } from './copy-of-answers.ts';
import { Frame } from './frame.tsx';
import type { KeptChanges } from './kept-changes.ts';
import type { Mode } from './mode-context.ts';
import { CopyOfAnswers, OverPage } from './over-page.tsx';
import { goTo } from './place.ts';
import { ReceiptPage } from './receipt-page.tsx';
import { textsFor } from './texts-several.ts';
import type { Transport } from './transport.ts';

export interface OpenProps {
  readonly opened: AnsweringResponse;
  readonly transport: Transport;
  readonly kept: KeptChanges;
  readonly mode: Mode;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

type Ending =
  | { readonly kind: 'receipt'; readonly receipt: Receipt }
  | { readonly kind: 'over'; readonly problem: ProblemError };

/** From the start page to the receipt, or to the page that says why it ended before. */
export function OpenQuestionnaire(props: OpenProps) {
  const { opened, transport } = props;
  const [ending, setEnding] = useState<Ending | null>(() => endingOf(opened));
  const lastAnswers = useRef<Answers>({});
  const over = useCallback(
    async (problem: ProblemError) => setEnding(await endingAfter(transport, problem)),
    [transport],
  );
  const done = useCallback((receipt: Receipt) => setEnding({ kind: 'receipt', receipt }), []);
  const [forgotten, setForgotten] = useState(0);
  const onForget = () => {
    props.kept.forget();
    goTo({ kind: 'start' });
    setForgotten((times) => times + 1);
  };
  if (ending === null) {
    return (
      <AnswerSheet
        key={forgotten}
        {...{ ...props, over, done, lastAnswers, onForget }}
        forgotten={forgotten > 0}
      />
    );
  }
  return <EndingView {...props} ending={ending} answers={lastAnswers.current} />;
}

function endingOf({ receipt }: AnsweringResponse): Ending | null {
  return receipt ? { kind: 'receipt', receipt } : null;
}

/** Somebody else may have submitted meanwhile: then there is a receipt. */
async function endingAfter(transport: Transport, problem: ProblemError): Promise<Ending> {
  if (problem.status !== 409) return { kind: 'over', problem };
  try {
    return endingOf(await transport.open()) ?? { kind: 'over', problem };
  } catch (error) {
    if (error instanceof ProblemError) return { kind: 'over', problem: error };
    throw error;
  }
}

/** Answers that never arrived, to be copied. What was submitted without a name leaves no trace on the device. */
function leftOver({ ending, opened, kept }: Pick<EndingViewProps, 'ending' | 'opened' | 'kept'>): Answers {
  if (ending.kind === 'receipt' && opened.several?.anonymous) kept.forget();
  return unsentAnswers(kept.take());
}

interface EndingViewProps extends OpenProps {
  readonly ending: Ending;
  readonly answers: Answers;
}

function EndingView({ ending, answers, opened, kept, language, onLanguage }: EndingViewProps) {
  const t = textsFor(language, opened.several);
  const [unsent] = useState(() => leftOver({ ending, opened, kept }));
  const own: ContactFacts = { ...opened.contact, city: opened.city };
  const copy = copyOfAnswers(opened, ending.kind === 'over' ? answers : unsent, language);
  const contact = ending.kind === 'over' ? (contactIn(ending.problem.facts) ?? own) : own;
  return (
    <Frame
      city={opened.city}
      language={language}
      t={t}
      onLanguage={onLanguage}
      foot={<ContactLine contact={contact} t={t} />}
    >
      {ending.kind === 'over' ? (
        <OverPage problem={ending.problem} {...{ t, language, contact, copy, kept }} />
      ) : (
        <>
          <ReceiptPage data={opened} receipt={ending.receipt} language={language} />
          {copy === null ? null : <CopyOfAnswers text={copy} t={t} />}
        </>
      )}
    </Frame>
  );
}
