import type { Language, RadiogroupPlan, Scalar } from '../../surveys/plan/plan.ts';
import { wordsBeside } from './choice-words.ts';
import { Option } from './option.tsx';

interface RatingOptionsProps {
  readonly question: RadiogroupPlan;
  /** Prefix of ids and the name of the radio group. */
  readonly id: string;
  readonly language: Language;
  readonly value: Scalar | undefined;
  readonly onChoose: (value: Scalar) => void;
}

/** Steps from one end to the other: side by side on a wide page, one below the other on a phone. */
export function RatingOptions({ question, id, language, value, onChoose }: RatingOptionsProps) {
  const { choices } = question;
  return (
    <div class={`r-rating${choices.length > 11 ? '' : ' r-rating--row'}`}>
      {choices.map((choice, index) => (
        <Option
          key={choice.value}
          name={id}
          id={`${id}-${index}`}
          text={wordsBeside(choice.value, choice.text[language])}
          level={Number(choice.value)}
          checked={value === choice.value}
          onChoose={() => onChoose(choice.value)}
        />
      ))}
    </div>
  );
}
