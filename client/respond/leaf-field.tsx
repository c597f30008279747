import type { CommentPlan, Language, Scalar, TextPlan } from '../../surveys/plan/plan.ts';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useAnswering } from './answering-context.ts';
import { numberText, parseNumber } from './dates.ts';
import { useTyped } from './use-typed.ts';

interface LeafFieldProps {
  readonly question: TextPlan | CommentPlan;
  readonly id: string;
  readonly required: boolean;
  readonly value: Scalar | undefined;
  readonly error: string | undefined;
  readonly onChange: (value: Scalar | undefined) => void;
}

/** One line, one number, one date or a longer text. */
export function LeafField(props: LeafFieldProps) {
  const { question, id, required, value, error } = props;
  const { t, language } = useAnswering();
  const texts = {
    id,
    label: question.title[language],
    hint: question.description?.[language],
    optional: required ? t.required : undefined,
    error,
  };
  const write = (text: string) => props.onChange(text === '' ? undefined : text);
  if (question.type === 'comment') {
    return <TextArea {...texts} value={String(value ?? '')} maxLength={question.maxLength} onInput={write} />;
  }
  if (question.inputType === 'number') return <NumberField {...props} question={question} />;
  const bounds = question.inputType === 'date' ? { min: bound(question.min), max: bound(question.max) } : {};
  return (
    <TextField
      {...texts}
      {...bounds}
      type={question.inputType}
      value={String(value ?? '')}
      maxLength={question.maxLength}
      onInput={write}
    />
  );
}

function NumberField({
  question,
  id,
  required,
  value,
  error,
  onChange,
}: LeafFieldProps & { question: TextPlan }) {
  const { t, language } = useAnswering();
  const shown = typeof value === 'number' ? numberText(value, language) : String(value ?? '');
  const typed = useTyped(shown, (text) =>
    typeof value === 'number' ? parseNumber(text, language) === value : false,
  );
  return (
    <TextField
      id={id}
      label={question.title[language]}
      hint={
        question.description?.[language] ??
        t.numberHint(limit(question.min, language), limit(question.max, language))
      }
      optional={required ? t.required : undefined}
      error={error}
      inputMode="decimal"
      value={typed.text}
      maxLength={question.maxLength}
      onInput={(text) => {
        typed.write(text);
        onChange(text.trim() === '' ? undefined : parseNumber(text, language));
      }}
    />
  );
}

function bound(value: TextPlan['min']): string | undefined {
  return value === null ? undefined : String(value);
}

function limit(value: TextPlan['min'], language: Language): string | null {
  return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : null;
}
