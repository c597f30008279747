import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface CheckFieldProps {
  readonly label: ComponentChildren;
  readonly checked: boolean;
  /** Some of what the box stands for is chosen, but not all. */
  readonly some?: boolean | undefined;
  readonly onChange: (checked: boolean) => void;
}

export function CheckField({ label, checked, some, onChange }: CheckFieldProps) {
  const id = useId();
  return (
    <div class="check">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        ref={(box) => {
          if (box !== null) box.indeterminate = some === true && !checked;
        }}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
    </div>
  );
}
