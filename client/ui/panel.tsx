import type { ComponentChildren } from 'preact';

/** A white box with a heading; `id` makes it a target of links. */
export function Panel(props: {
  title: string;
  id?: string;
  size?: 'small' | 'large';
  class?: string;
  children: ComponentChildren;
}) {
  return (
    <section class={`panel ${props.class ?? ''}`} id={props.id}>
      <h2 class={`panel__title panel__title--${props.size ?? 'large'}`}>{props.title}</h2>
      {props.children}
    </section>
  );
}

/** What will be here, why, and the one button that gets there. */
export function Empty(props: { title: string; text: string; children?: ComponentChildren }) {
  return (
    <section class="panel empty">
      <h2 class="panel__title panel__title--large">{props.title}</h2>
      <p>{props.text}</p>
      {props.children}
    </section>
  );
}
