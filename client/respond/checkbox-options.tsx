import { useState } from 'preact/hooks';
import type { Ticked } from '../../surveys/answers/answer.ts';
import type { CheckboxPlan } from '../../surveys/plan/plan.ts';
import { tick } from './answer-value.ts';
import { useAnswering } from './answering-context.ts';
import { Option } from './option.tsx';

interface CheckboxOptionsProps {
  readonly question: CheckboxPlan;
  readonly id: string;
  readonly ticked: readonly Ticked[];
  readonly onTick: (ticked: readonly Ticked[]) => void;
}

/** Any number of answers. "None of these" takes the others away, and any other takes it away; the page says so. */
export function CheckboxOptions({ question, id, ticked, onTick }: CheckboxOptionsProps) {
  const { t, language } = useAnswering();
  const [said, say] = useState('');
  const { none } = question;
  const options = [...question.choices, ...(none ? [none] : [])];
  const touch = (value: Ticked) => {
    const next = tick(question, ticked, value);
    const lost = ticked.some((one) => one !== value && !next.includes(one));
    const noneText = none?.text[language] ?? '';
    say(lost ? (value === none?.value ? t.othersCleared(noneText) : t.noneCleared(noneText)) : '');
    onTick(next);
  };
  return (
    <>
      <p class="r-question__hint">{t.tickAny}</p>
      <div class="r-options">
        {options.map(({ value, text }, index) => (
          <Option
            key={String(value)}
            control="checkbox"
            name={id}
            id={`${id}-${index}`}
            text={text[language]}
            level={null}
            checked={ticked.includes(value)}
            onChoose={() => touch(value)}
          />
        ))}
      </div>
      <p class="r-options__said" role="status">
        {said}
      </p>
    </>
  );
}
