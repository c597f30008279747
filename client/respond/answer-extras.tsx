import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '../../surveys/answers/answer.ts';
import { answerTextLengths } from '../../surveys/answers/read-answer.ts';
import type { LeafPlan } from '../../surveys/plan/plan.ts';
import { SelectField } from '../ui/select-field.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextButton } from '../ui/text-button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useAnswering } from './answering-context.ts';
import type { Texts } from './texts.ts';

type Extra = 'comment' | 'evidence' | 'target';

const opening: Readonly<Record<Extra, (t: Texts) => string>> = {
  comment: (t) => t.addComment,
  evidence: (t) => t.addEvidence,
  target: (t) => t.addTarget,
};

/** Which extras are open: those with content, and those a person asked for. */
export function useExtras(question: LeafPlan, answer: Answer, id: string) {
  const [opened, setOpened] = useState<readonly Extra[]>([]);
  const last = opened.at(-1);
  useEffect(() => {
    if (last) document.getElementById(`${id}-${last}`)?.focus();
  }, [id, last]);
  const offered = (['comment', 'evidence', 'target'] as const).filter((extra) => question[extra]);
  const isOpen = (extra: Extra) => answer[extra] !== undefined || opened.includes(extra);
  return {
    open: offered.filter(isOpen),
    closed: offered.filter((extra) => !isOpen(extra)),
    openExtra: (extra: Extra) => setOpened([...opened, extra]),
  };
}

interface ExtraButtonsProps {
  readonly title: string;
  readonly closed: readonly Extra[];
  readonly onOpen: (extra: Extra) => void;
}

export function ExtraButtons({ title, closed, onOpen }: ExtraButtonsProps) {
  const { t } = useAnswering();
  return (
    <>
      {closed.map((extra) => (
        <TextButton key={extra} label={`${opening[extra](t)}: ${title}`} onClick={() => onOpen(extra)}>
          {opening[extra](t)}
        </TextButton>
      ))}
    </>
  );
}

interface ExtraFieldsProps {
  readonly question: LeafPlan;
  readonly id: string;
  readonly answer: Answer;
  readonly open: readonly Extra[];
  readonly onChange: (answer: Answer) => void;
}

export function ExtraFields({ question, id, answer, open, onChange }: ExtraFieldsProps) {
  const { t } = useAnswering();
  const write = (extra: 'comment' | 'evidence') => (text: string) => {
    const { [extra]: _old, ...rest } = answer;
    onChange(text === '' ? rest : { ...rest, [extra]: text });
  };
  if (open.length === 0) return null;
  return (
    <div class="beside">
      {open.includes('comment') ? (
        <TextArea
          id={`${id}-comment`}
          label={t.comment}
          value={answer.comment ?? ''}
          maxLength={answerTextLengths.comment}
          onInput={write('comment')}
        />
      ) : null}
      {open.includes('evidence') ? (
        <TextField
          id={`${id}-evidence`}
          label={t.evidence}
          value={answer.evidence ?? ''}
          maxLength={answerTextLengths.evidence}
          onInput={write('evidence')}
        />
      ) : null}
      {open.includes('target') ? (
        <TargetField question={question} id={`${id}-target`} answer={answer} onChange={onChange} />
      ) : null}
    </div>
  );
}

function TargetField({ question, id, answer, onChange }: Omit<ExtraFieldsProps, 'open'>) {
  const { t, language } = useAnswering();
  const choices = question.type === 'radiogroup' ? question.choices : [];
  const choose = (chosen: string) => {
    const { target: _old, ...rest } = answer;
    const target = choices.find((choice) => String(choice.value) === chosen)?.value;
    onChange(target === undefined ? rest : { ...rest, target });
  };
  return (
    <SelectField
      id={id}
      label={t.target}
      value={answer.target === undefined ? '' : String(answer.target)}
      blank={t.noTarget}
      options={choices.map(({ value, text }) => ({
        value: String(value),
        text: typeof value === 'number' ? `${value} – ${text[language]}` : text[language],
      }))}
      onChange={choose}
    />
  );
}
