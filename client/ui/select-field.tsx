import { useId } from 'preact/hooks';
import { describedBy, FieldFrame, type FieldTexts } from './field-frame.tsx';

export interface SelectOption {
  readonly value: string;
  readonly text: string;
}

interface SelectFieldProps extends FieldTexts {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly value: string;
  readonly options: readonly SelectOption[];
  /** Text of the empty first option; without it there is none. */
  readonly blank?: string | undefined;
  readonly required?: boolean | undefined;
  readonly onChange: (value: string) => void;
}

export function SelectField(props: SelectFieldProps) {
  const made = useId();
  const id = props.id ?? made;
  return (
    <FieldFrame id={id} label={props.label} hint={props.hint} error={props.error} optional={props.optional}>
      <div class="kern-form-input__select-wrapper">
        <select
          id={id}
          class={`kern-form-input__select${props.error ? ' kern-form-input__select--error' : ''}`}
          name={props.name}
          value={props.value}
          required={props.required}
          aria-invalid={props.error ? 'true' : undefined}
          aria-describedby={describedBy(id, props)}
          onChange={(event) => props.onChange(event.currentTarget.value)}
        >
          {props.blank === undefined ? null : <option value="">{props.blank}</option>}
          {props.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      </div>
    </FieldFrame>
  );
}
