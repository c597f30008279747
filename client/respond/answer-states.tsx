import type { Answer } from '../../surveys/answers/answer.ts';
import type { LeafPlan } from '../../surveys/plan/plan.ts';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useAnswering } from './answering-context.ts';
import { problemAt } from './problems.ts';

interface AnswerStatesProps {
  readonly question: LeafPlan;
  readonly id: string;
  readonly answer: Answer;
  /** Puts a state in the place of the value, or takes it away. */
  readonly onState: (state: 'na' | 'dk' | null) => void;
}

/** "Don't know" and "does not apply", apart from the scale. Radios of the same group where the answer is a choice. */
export function AnswerStates({ question, id, answer, onState }: AnswerStatesProps) {
  const { t } = useAnswering();
  const states = [
    ...(question.dontKnow ? [{ state: 'dk' as const, text: t.dontKnow }] : []),
    ...(question.notApplicable ? [{ state: 'na' as const, text: t.notApplicable }] : []),
  ];
  const choice = question.type !== 'text' && question.type !== 'comment' && question.type !== 'checkbox';
  return (
    <>
      {states.map(({ state, text }) => (
        <label key={state} class="r-state" for={`${id}-${state}`}>
          <input
            class={`r-state__control kern-form-check__${choice ? 'radio' : 'checkbox'}`}
            type={choice ? 'radio' : 'checkbox'}
            name={choice ? id : undefined}
            id={`${id}-${state}`}
            checked={answer.state === state}
            onChange={() => onState(answer.state === state && !choice ? null : state)}
          />
          <span>{text}</span>
        </label>
      ))}
    </>
  );
}

interface ReasonProps {
  readonly id: string;
  readonly name: string;
  readonly answer: Answer;
  readonly onChange: (answer: Answer) => void;
}

/** Why a question does not apply; some reasons need a sentence. */
export function Reason({ id, name, answer, onChange }: ReasonProps) {
  const { t, data, language, problems } = useAnswering();
  const reasons = data.plan.maturity.notApplicableReasons;
  const chosen = reasons.find((reason) => reason.id === answer.reason);
  const choose = (reason: string) => {
    const { reason: _old, reasonText: _text, ...rest } = answer;
    onChange(reason === '' ? rest : { ...rest, reason });
  };
  const write = (text: string) => {
    const { reasonText: _old, ...rest } = answer;
    onChange(text === '' ? rest : { ...rest, reasonText: text });
  };
  return (
    <div class="r-beside">
      <SelectField
        id={`${id}-reason`}
        label={t.reason}
        value={answer.reason ?? ''}
        blank={t.chooseReason}
        options={reasons.map((reason) => ({ value: reason.id, text: reason.text[language] }))}
        error={problemAt(problems, `/${name}/reason`)}
        onChange={choose}
      />
      {chosen?.needsText ? (
        <TextField
          id={`${id}-reason-text`}
          label={t.reasonText}
          value={answer.reasonText ?? ''}
          maxLength={500}
          error={problemAt(problems, `/${name}/reasonText`)}
          onInput={write}
        />
      ) : null}
    </div>
  );
}
