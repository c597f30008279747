/** A share of a whole as a bar; the numbers stand beside it in words. */
export function Bar(props: { value: number; max: number; label: string; size?: 'thin' | 'thick' }) {
  return (
    <progress
      class={`bar bar--${props.size ?? 'thin'}`}
      value={props.value}
      max={Math.max(props.max, 1)}
      aria-label={props.label}
    />
  );
}
