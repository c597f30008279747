export interface Chip {
  readonly value: string;
  readonly label: string;
  readonly count?: number;
}

/** One choice out of a few, as a row of chips. */
export function Chips(props: {
  label: string;
  chips: readonly Chip[];
  chosen: string;
  choose: (value: string) => void;
}) {
  return (
    <fieldset class="chips">
      <legend class="visually-hidden">{props.label}</legend>
      {props.chips.map((chip) => (
        <button
          key={chip.value}
          type="button"
          class="chip"
          aria-pressed={chip.value === props.chosen}
          onClick={() => props.choose(chip.value)}
        >
          {chip.label}
          {chip.count === undefined ? null : ` ${chip.count}`}
        </button>
      ))}
    </fieldset>
  );
}
