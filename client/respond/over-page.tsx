import { useLayoutEffect, useState } from 'preact/hooks';
import type { Language } from '../../surveys/plan/plan.ts';
import type { ProblemError } from '../http.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { type ContactFacts, ContactLine } from './contact-line.tsx';
import { ForgetAnswers } from './forget-answers.tsx';
import type { KeptChanges } from './kept-changes.ts';
import { PageHeading } from './page-heading.tsx';
import { isEmpty } from './save-queue.ts';
import type { Texts } from './texts.ts';
import { type PersonTexts, personTexts } from './texts-person.ts';
import { focusHeading } from './use-arrival.ts';

interface OverPageProps {
  readonly problem: ProblemError;
  readonly t: Texts;
  readonly language: Language;
  readonly contact: ContactFacts | null;
  /** What was answered on the open page, for the person to take along; null when no page was open. */
  readonly copy: string | null;
  readonly kept: KeptChanges;
}

/** Says in friendly words that the link leads nowhere now, and whom to ask. */
export function OverPage({ problem, t, language, contact, copy, kept }: OverPageProps) {
  const person = personTexts[language];
  const { title, text, again, linkHelps } = wordsFor(problem, t, person);
  const [device, setDevice] = useState<'holds' | 'empty' | 'emptied'>(() =>
    isEmpty(kept.take()) ? 'empty' : 'holds',
  );
  const onForget = () => {
    kept.forget();
    setDevice('emptied');
  };
  useLayoutEffect(focusHeading, []);
  return (
    <>
      <PageHeading text={title} where={contact?.city || 'Pegel'} />
      <p class="r-page__lead">{text}</p>
      {contact ? (
        <p class="r-page__text">
          <ContactLine contact={contact} t={t} />
        </p>
      ) : null}
      {linkHelps ? (
        <p class="r-page__text">
          <a href="/link">{person.toLinkAgain}</a>
        </p>
      ) : null}
      {copy === null || device === 'emptied' ? null : <CopyOfAnswers text={copy} t={t} />}
      {device === 'emptied' ? <Alert kind="success" title={t.forgotten} focusKey="forgotten" /> : null}
      {device === 'holds' && !again ? (
        <div class="r-review">
          <ForgetAnswers t={t} why={t.stillOnDevice} onForget={onForget} />
        </div>
      ) : null}
      {again ? (
        <div class="r-navigation r-navigation--one">
          <Button onClick={() => window.location.reload()}>{t.tryAgain}</Button>
        </div>
      ) : null}
    </>
  );
}

interface Words {
  readonly title: string;
  readonly text: string;
  readonly again: boolean;
  /** Whether there may be another link for the person. */
  readonly linkHelps?: boolean;
}

function wordsFor({ kind, status, facts }: ProblemError, t: Texts, person: PersonTexts): Words {
  if (kind === 'link-over') return { ...overWords(facts['reason'], t, person), again: false };
  if (status === 404) return { title: t.unknownTitle, text: t.unknownText, again: false, linkHelps: true };
  if (status === 429) return { title: t.busyTitle, text: t.busyText, again: true };
  if (status === 0) return { title: t.offlineTitle, text: t.offlineText, again: true };
  return { title: t.brokenTitle, text: t.brokenText, again: true };
}

function overWords(reason: unknown, t: Texts, person: PersonTexts): Omit<Words, 'again'> {
  if (reason === 'replaced') return { title: t.replacedTitle, text: t.replacedText, linkHelps: true };
  if (reason === 'handed-over') return { title: person.handedOverTitle, text: person.handedOverText };
  if (reason === 'revoked') return { title: t.revokedTitle, text: t.revokedText };
  return { title: t.closedTitle, text: t.closedText };
}

/** Offers what was typed as text: a link that ended takes nothing away from the person. */
export function CopyOfAnswers({ text, t }: { readonly text: string; readonly t: Texts }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => selectText(),
    );
    if (!navigator.clipboard) selectText();
  };
  return (
    <section class="r-review">
      <h2 class="r-review__title">{t.copyTitle}</h2>
      <p class="r-page__text">{t.copyText}</p>
      <TextArea id="answers-copy" label={t.copyLabel} value={text} rows={12} readOnly />
      <div class="r-actions">
        <Button kind="secondary" onClick={() => void copy()}>
          {t.copy}
        </Button>
        <span role="status">{copied ? t.copied : ''}</span>
      </div>
    </section>
  );
}

/** Where the page may not write to the clipboard, the text is marked, ready for Ctrl-C. */
function selectText(): void {
  const field = document.getElementById('answers-copy');
  if (field instanceof HTMLTextAreaElement) field.select();
}
