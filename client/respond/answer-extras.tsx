import { useLayoutEffect, useState } from 'preact/hooks';
import type { Answer } from '../../surveys/answers/answer.ts';
import { answerTextLengths } from '../../surveys/answers/read-answer.ts';
import type { LeafPlan } from '../../surveys/plan/plan.ts';
import { SelectField } from '../ui/select-field.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextButton } from '../ui/text-button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useAnswering } from './answering-context.ts';

type Extra = 'comment' | 'evidence' | 'target';
/** Extras that open together. */
type Group = readonly Extra[];

const groups: readonly Group[] = [['comment'], ['evidence', 'target']];

/** Which extras are open: those with content, and those a person asked for. */
export function useExtras(question: LeafPlan, answer: Answer, id: string) {
  const [opened, setOpened] = useState<readonly Extra[]>([]);
  const focused = opened.at(0);
  useLayoutEffect(() => {
    if (focused) document.getElementById(`${id}-${focused}`)?.focus();
  }, [id, focused]);
  const isOpen = (extra: Extra) => answer[extra] !== undefined || opened.includes(extra);
  const offered = groups.map((group) => group.filter((extra) => question[extra]));
  return {
    open: offered.flat().filter(isOpen),
    closed: offered
      .map((group) => group.filter((extra) => !isOpen(extra)))
      .filter((group) => group.length > 0),
    openGroup: (group: Group) => setOpened([...group, ...opened]),
  };
}

interface ExtraButtonsProps {
  readonly title: string;
  readonly closed: readonly Group[];
  readonly onOpen: (group: Group) => void;
}

export function ExtraButtons({ title, closed, onOpen }: ExtraButtonsProps) {
  const { t } = useAnswering();
  const single = { comment: t.addComment, evidence: t.addEvidence, target: t.addTarget };
  const text = ([first, second]: Group) => (first && !second ? single[first] : t.addEvidenceAndTarget);
  return (
    <>
      {closed.map((group) => (
        <TextButton key={group.join()} label={`${text(group)}: ${title}`} onClick={() => onOpen(group)}>
          {text(group)}
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
  const { t, data } = useAnswering();
  const hint = data.several?.anonymous ? t.noNames : undefined;
  const write = (extra: 'comment' | 'evidence') => (text: string) => {
    const { [extra]: _old, ...rest } = answer;
    onChange(text === '' ? rest : { ...rest, [extra]: text });
  };
  if (open.length === 0) return null;
  return (
    <div class="r-beside">
      {open.includes('comment') ? (
        <TextArea
          id={`${id}-comment`}
          label={t.comment}
          hint={hint}
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
  const choices = question.type === 'radiogroup' || question.type === 'rating' ? question.choices : [];
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
