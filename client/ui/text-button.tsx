import type { ComponentChildren } from 'preact';

interface TextButtonProps {
  readonly onClick: () => void;
  readonly label?: string | undefined;
  readonly language?: string | undefined;
  readonly children: ComponentChildren;
}

/** A quiet action beside the main ones. `label` is what a screen reader says when the text alone is not enough. */
export function TextButton({ onClick, label, language, children }: TextButtonProps) {
  return (
    <button class="text-button" type="button" onClick={onClick} aria-label={label} lang={language}>
      {children}
    </button>
  );
}
