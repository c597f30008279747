interface OptionProps {
  readonly name: string;
  readonly id: string;
  readonly text: string;
  /** The level number before the anchor; null where options are no levels. */
  readonly level: number | null;
  readonly checked: boolean;
  readonly describedBy: string | undefined;
  readonly onChoose: () => void;
}

/** One answer to choose: the whole row is the target. */
export function Option({ name, id, text, level, checked, describedBy, onChoose }: OptionProps) {
  return (
    <label class={`r-option${checked ? ' r-option--chosen' : ''}`} for={id}>
      <input
        class="kern-form-check__radio r-option__radio"
        type="radio"
        name={name}
        id={id}
        checked={checked}
        aria-describedby={describedBy}
        onChange={onChoose}
      />
      {level === null ? null : <span class="r-option__level">{level}</span>}
      <span class="r-option__text">{text}</span>
    </label>
  );
}
