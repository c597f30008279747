import { useState } from 'preact/hooks';
import { ProblemError, request } from '../http.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Frame } from './frame.tsx';
import { PageHeading } from './page-heading.tsx';
import './respond.css';
import { texts } from './texts.ts';
import { type PersonTexts, personTexts } from './texts-person.ts';
import { browserLanguage, useLanguage } from './use-language.ts';

/** For somebody who has lost the link: it goes to the address, never onto the page. */
export function LinkAgainPage() {
  const [language, setLanguage] = useLanguage(browserLanguage());
  const [sentTo, setSentTo] = useState<string | null>(null);
  const t = personTexts[language];
  return (
    <Frame city="Pegel" language={language} t={texts[language]} onLanguage={setLanguage}>
      <PageHeading text={t.linkTitle} where="Pegel" />
      {sentTo === null ? (
        <LinkForm t={t} onSent={setSentTo} />
      ) : (
        <Alert kind="success" title={t.linkSentTitle} focusKey="sent">
          {t.linkSentText(sentTo)}
        </Alert>
      )}
    </Frame>
  );
}

interface LinkFormProps {
  readonly t: PersonTexts;
  readonly onSent: (email: string) => void;
}

function LinkForm({ t, onSent }: LinkFormProps) {
  const [email, setEmail] = useState('');
  const [busy, setBusy] = useState(false);
  const [status, setStatus] = useState<number | null>(null);
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    const failed = await refusedWith(email.trim());
    setBusy(false);
    setStatus(failed);
    if (failed === null) onSent(email.trim());
  };
  return (
    <form class="r-link-again" noValidate onSubmit={(event) => void submit(event)}>
      <p class="r-page__lead">{t.linkText}</p>
      {status === null || status === 400 ? null : (
        <Alert kind="danger" title={status === 429 ? t.linkOften : t.failed} />
      )}
      <TextField
        label={t.linkEmail}
        type="email"
        name="email"
        autoComplete="email"
        required={true}
        maxLength={254}
        value={email}
        error={status === 400 ? t.linkWrong : undefined}
        onInput={setEmail}
      />
      <div class="r-navigation r-navigation--one">
        <Button type="submit" busy={busy ? t.linkSend : null}>
          {t.linkSend}
        </Button>
      </div>
    </form>
  );
}

async function refusedWith(email: string): Promise<number | null> {
  try {
    await request<unknown>('/api/link-again', { method: 'POST', body: { email } });
    return null;
  } catch (error) {
    if (error instanceof ProblemError) return error.status;
    throw error;
  }
}
