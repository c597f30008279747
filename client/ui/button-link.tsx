import type { ComponentChildren } from 'preact';

interface ButtonLinkProps {
  readonly kind?: 'primary' | 'secondary' | 'tertiary' | undefined;
  readonly href: string;
  readonly download?: string | undefined;
  readonly children: ComponentChildren;
}

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function ButtonLink({ kind = 'primary', href, download, children }: ButtonLinkProps) {
  return (
    <a class={`kern-btn kern-btn--${kind}`} href={href} download={download}>
      <span class="kern-label">{children}</span>
    </a>
  );
}
