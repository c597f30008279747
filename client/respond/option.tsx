interface OptionProps {
  /** A circle chooses one of a group, a box any number. */
  readonly control?: 'radio' | 'checkbox' | undefined;
  readonly name: string;
  readonly id: string;
  readonly text: string;
  /** The level number before the anchor; null where options are no levels. */
  readonly level: number | null;
  readonly checked: boolean;
  readonly describedBy?: string | undefined;
  readonly onChoose: () => void;
}

/** One answer to choose: the whole row is the target. */
export function Option({ control = 'radio', name, id, text, level, checked, ...props }: OptionProps) {
  return (
    <label class={`r-option${checked ? ' r-option--chosen' : ''}`} for={id}>
      <input
        class={`kern-form-check__${control} r-option__${control}`}
        type={control}
        name={name}
        id={id}
        checked={checked}
        aria-describedby={props.describedBy}
        onChange={props.onChoose}
      />
      {level === null ? null : <span class="r-option__level">{level}</span>}
      <span class={text === '' ? 'r-option__text r-option__text--none' : 'r-option__text'}>{text}</span>
    </label>
  );
}
