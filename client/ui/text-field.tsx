import { type AllHTMLAttributes, h } from 'preact';
import { useId } from 'preact/hooks';
import { describedBy, FieldFrame, type FieldTexts } from './field-frame.tsx';

interface TextFieldProps extends FieldTexts {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'date' | 'password' | 'search' | undefined;
  readonly inputMode?: 'text' | 'decimal' | 'numeric' | undefined;
  readonly value: string;
  readonly maxLength?: number | undefined;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly required?: boolean | undefined;
  readonly autoComplete?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly onInput: (value: string) => void;
  readonly onBlur?: (() => void) | undefined;
}

export function TextField(props: TextFieldProps) {
  const made = useId();
  const id = props.id ?? made;
  return (
    <FieldFrame id={id} label={props.label} hint={props.hint} error={props.error} optional={props.optional}>
      {h('input', attributes(id, props))}
    </FieldFrame>
  );
}

/** One object: preact's JSX types tie every input type to its own set of attributes. */
function attributes(id: string, props: TextFieldProps): AllHTMLAttributes<HTMLInputElement> {
  const { name, inputMode, value, maxLength, min, max, required, autoComplete, disabled, onBlur } = props;
  return {
    ...{ id, name, inputMode, value, maxLength, min, max, required, autoComplete, disabled, onBlur },
    class: `kern-form-input__input${props.error ? ' kern-form-input__input--error' : ''}`,
    type: props.type ?? 'text',
    'aria-invalid': props.error ? 'true' : undefined,
    'aria-describedby': describedBy(id, props),
    onInput: (event) => props.onInput(event.currentTarget.value),
  };
}
