import type { ComponentChildren } from 'preact';

export type TagTone = 'plain' | 'info' | 'good' | 'warn' | 'bad';

/** A state in one or two words. */
export function Tag({ tone, children }: { tone: TagTone; children: ComponentChildren }) {
  return <span class={`tag tag--${tone}`}>{children}</span>;
}
