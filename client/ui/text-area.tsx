import { useId } from 'preact/hooks';
import { describedBy, FieldFrame, type FieldTexts } from './field-frame.tsx';

interface TextAreaProps extends FieldTexts {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly value: string;
  readonly rows?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly required?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  readonly onInput?: ((value: string) => void) | undefined;
}

export function TextArea(props: TextAreaProps) {
  const made = useId();
  const id = props.id ?? made;
  const { onInput } = props;
  return (
    <FieldFrame id={id} label={props.label} hint={props.hint} error={props.error} optional={props.optional}>
      <textarea
        id={id}
        class={`kern-form-input__input${props.error ? ' kern-form-input__input--error' : ''}`}
        name={props.name}
        rows={props.rows ?? 3}
        value={props.value}
        maxLength={props.maxLength}
        required={props.required}
        readOnly={props.readOnly}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={describedBy(id, props)}
        onInput={onInput ? (event) => onInput(event.currentTarget.value) : undefined}
      />
    </FieldFrame>
  );
}
