import { useId } from 'preact/hooks';

interface RadioFieldProps {
  /** Shared by the choices of one question. */
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly checked: boolean;
  readonly onChange: () => void;
}

/** One choice of a few, with a sentence about what it means. */
export function RadioField({ name, label, hint, checked, onChange }: RadioFieldProps) {
  const id = useId();
  return (
    <div class="check">
      <input
        id={id}
        type="radio"
        name={name}
        checked={checked}
        aria-describedby={`${id}-hint`}
        onChange={onChange}
      />
      <div>
        <label for={id}>
          <strong>{label}</strong>
        </label>
        <p class="small" id={`${id}-hint`}>
          {hint}
        </p>
      </div>
    </div>
  );
}
