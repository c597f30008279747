interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
}

/** A page's search; the key `/` leads here. */
export function SearchField({ label, value, onInput }: SearchFieldProps) {
  return (
    <input
      class="search kern-form-input__input"
      type="search"
      aria-label={label}
      placeholder={label}
      value={value}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  );
}
