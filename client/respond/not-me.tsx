import { useContext, useState } from 'preact/hooks';
import type { NotMeRequest } from '../../server/proposals/proposals.wire.ts';
import { ProblemError } from '../http.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useAnswering } from './answering-context.ts';
import { ModeContext } from './mode-context.ts';
import { personTexts } from './texts-person.ts';

type State = 'open' | 'sending' | 'sent' | 'incomplete' | 'failed';

interface NotMeProps {
  readonly send: (request: NotMeRequest) => Promise<void>;
}

/** Says that somebody else is right: nothing happens before the button at its end is pressed. */
export function NotMe({ send }: NotMeProps) {
  const { language } = useAnswering();
  const t = personTexts[language];
  const [state, setState] = useState<State>('open');
  if (state === 'sent') return <Sent />;
  return (
    <details class="r-not-me">
      <summary>{t.notMe}</summary>
      <NotMeForm send={send} state={state} setState={setState} />
    </details>
  );
}

function Sent() {
  const t = personTexts[useAnswering().language];
  const isPreview = useContext(ModeContext) !== 'real';
  return (
    <Alert kind="success" title={t.notMeSent} focusKey="sent">
      {isPreview ? t.preview : t.notMeSentText}
    </Alert>
  );
}

interface FormProps extends NotMeProps {
  readonly state: State;
  readonly setState: (state: State) => void;
}

function NotMeForm({ send, state, setState }: FormProps) {
  const t = personTexts[useAnswering().language];
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [note, setNote] = useState('');
  const submit = async (event: Event) => {
    event.preventDefault();
    const given = [name, email].filter((one) => one.trim() !== '').length;
    if (given === 1) return setState('incomplete');
    setState('sending');
    setState(await outcomeOf(send({ colleague: given === 0 ? null : { name, email }, note })));
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <p class="r-page__text">{t.notMeText}</p>
      {state === 'failed' ? <Alert kind="danger" title={t.failed} /> : null}
      <TextField
        label={t.colleagueName}
        hint={t.colleagueHint}
        value={name}
        maxLength={120}
        onInput={setName}
      />
      <TextField
        label={t.colleagueEmail}
        type="email"
        value={email}
        maxLength={254}
        error={state === 'incomplete' ? t.bothOrNone : undefined}
        onInput={setEmail}
      />
      <TextArea
        label={t.note}
        value={note}
        rows={2}
        maxLength={500}
        onInput={(text) => setNote(oneLine(text))}
      />
      <Button kind="secondary" type="submit" busy={state === 'sending' ? t.sendNotMe : null}>
        {t.sendNotMe}
      </Button>
    </form>
  );
}

const oneLine = (text: string) => text.replaceAll(/\s*\n\s*/g, ' ');

async function outcomeOf(sending: Promise<void>): Promise<State> {
  try {
    await sending;
    return 'sent';
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.status === 400 ? 'incomplete' : 'failed';
  }
}
