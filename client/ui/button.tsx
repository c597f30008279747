import type { ComponentChildren } from 'preact';

type Kind = 'primary' | 'secondary' | 'tertiary';

interface ButtonProps {
  readonly kind: Kind;
  readonly children: ComponentChildren;
  readonly onClick?: (() => void) | undefined;
  readonly type?: 'button' | 'submit';
  /** Words shown while the work is under way; the button waits. */
  readonly busy?: string | null;
  readonly disabled?: boolean;
  readonly label?: string;
}

export function Button(props: ButtonProps) {
  const waiting = props.busy !== undefined && props.busy !== null;
  return (
    <button
      type={props.type ?? 'button'}
      class={`kern-btn kern-btn--${props.kind}`}
      disabled={props.disabled === true || waiting}
      aria-busy={waiting}
      aria-label={props.label}
      onClick={props.onClick}
    >
      <span class="kern-label">{waiting ? props.busy : props.children}</span>
    </button>
  );
}

interface ButtonLinkProps {
  readonly kind: Kind;
  readonly href: string;
  readonly children: ComponentChildren;
  readonly download?: string;
  readonly target?: string;
  readonly label?: string;
}

export function ButtonLink(props: ButtonLinkProps) {
  return (
    <a
      class={`kern-btn kern-btn--${props.kind}`}
      href={props.href}
      download={props.download}
      target={props.target}
      rel={props.target === undefined ? undefined : 'noopener'}
      aria-label={props.label}
    >
      <span class="kern-label">{props.children}</span>
    </a>
  );
}
