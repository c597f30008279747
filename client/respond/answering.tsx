import { useEffect, useState } from 'preact/hooks';
import type { AnsweringResponse } from '../../server/responses/responses.wire.ts';
import { ProblemError } from '../http.ts';
import { ContactLine, contactIn } from './contact-line.tsx';
import { Frame } from './frame.tsx';
import type { KeptChanges } from './kept-changes.ts';
import { type Mode, ModeContext } from './mode-context.ts';
import { OpenQuestionnaire } from './open-questionnaire.tsx';
import { OverPage } from './over-page.tsx';
import './respond.css';
import { texts } from './texts.ts';
import type { Transport } from './transport.ts';
import { browserLanguage, useLanguage } from './use-language.ts';

interface AnsweringProps {
  readonly transport: Transport;
  readonly kept: KeptChanges;
  /** A preview says so, and leaves the page around it alone. */
  readonly mode: Mode;
}

type Loaded =
  | { readonly kind: 'loading' }
  | { readonly kind: 'open'; readonly data: AnsweringResponse }
  | { readonly kind: 'failed'; readonly problem: ProblemError };

/** The answering page: opens the questionnaire behind a transport and shows it, its receipt, or why there is none. */
export function Answering(props: AnsweringProps) {
  return (
    <ModeContext.Provider value={props.mode}>
      <AnsweringPage {...props} />
    </ModeContext.Provider>
  );
}

function AnsweringPage({ transport, kept, mode }: AnsweringProps) {
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'loading' });
  const [language, setLanguage] = useLanguage(
    loaded.kind === 'open' ? loaded.data.wave.language : browserLanguage(),
  );
  const t = texts[language];
  useEffect(() => {
    load(transport).then(setLoaded);
  }, [transport]);

  if (loaded.kind === 'open') {
    return (
      <OpenQuestionnaire
        {...{ transport, kept, mode, language }}
        opened={loaded.data}
        onLanguage={setLanguage}
      />
    );
  }
  const contact = loaded.kind === 'failed' ? contactIn(loaded.problem.facts) : null;
  return (
    <Frame
      city={contact?.city || 'Pegel'}
      language={language}
      t={t}
      onLanguage={setLanguage}
      foot={contact ? <ContactLine contact={contact} t={t} /> : undefined}
    >
      {loaded.kind === 'loading' ? (
        <p class="r-page__lead" role="status">
          {t.loading}
        </p>
      ) : (
        <OverPage problem={loaded.problem} {...{ t, language, contact, kept }} copy={null} />
      )}
    </Frame>
  );
}

async function load(transport: Transport): Promise<Loaded> {
  try {
    return { kind: 'open', data: await transport.open() };
  } catch (error) {
    if (error instanceof ProblemError) return { kind: 'failed', problem: error };
    throw error;
  }
}
