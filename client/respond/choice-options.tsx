import type { BooleanPlan, Language, RadiogroupPlan, Scalar } from '../../surveys/plan/plan.ts';
import { Option } from './option.tsx';

interface ChoiceOptionsProps {
  readonly question: RadiogroupPlan | BooleanPlan;
  /** Prefix of ids and the name of the radio group. */
  readonly id: string;
  readonly language: Language;
  readonly value: Scalar | undefined;
  readonly describedBy: string | undefined;
  readonly onChoose: (value: Scalar) => void;
}

interface Choosable {
  readonly value: Scalar;
  readonly text: string;
  readonly level: number | null;
}

function choosable(question: RadiogroupPlan | BooleanPlan, language: Language): readonly Choosable[] {
  if (question.type === 'boolean') {
    return [
      { value: true, text: question.labelTrue[language], level: null },
      { value: false, text: question.labelFalse[language], level: null },
    ];
  }
  const levels = question.dimension !== null;
  return question.choices.map(({ value, text }) => ({
    value,
    text: text[language],
    level: levels && typeof value === 'number' ? value : null,
  }));
}

export function ChoiceOptions({ question, id, language, value, describedBy, onChoose }: ChoiceOptionsProps) {
  const options = choosable(question, language);
  const many = options.every((option) => option.level === null) && options.length > 2;
  return (
    <div class={`r-options${many ? ' r-options--side-by-side' : ''}`}>
      {options.map((option, index) => (
        <Option
          key={String(option.value)}
          name={id}
          id={`${id}-${index}`}
          text={option.text}
          level={option.level}
          checked={value === option.value}
          describedBy={describedBy}
          onChoose={() => onChoose(option.value)}
        />
      ))}
    </div>
  );
}
