import type { ComponentChildren } from 'preact';

interface ButtonProps {
  readonly kind?: 'primary' | 'secondary' | 'tertiary' | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  readonly onClick?: (() => void) | undefined;
  readonly disabled?: boolean | undefined;
  /** Words shown while the work is under way; the button waits. */
  readonly busy?: string | null | undefined;
  /** What a screen reader says when the text alone is not enough. */
  readonly label?: string | undefined;
  readonly children: ComponentChildren;
}

/** A button named by what happens. */
export function Button(props: ButtonProps) {
  const {
    kind = 'primary',
    type = 'button',
    busy = null,
    disabled = false,
    label,
    onClick,
    children,
  } = props;
  return (
    <button
      type={type}
      class={`kern-btn kern-btn--${kind}`}
      disabled={disabled || busy !== null}
      aria-busy={busy !== null}
      aria-label={label}
      onClick={onClick}
    >
      <span class="kern-label">{busy ?? children}</span>
    </button>
  );
}
