import type { Wave } from './wave.ts';

/** Whether nobody may learn who answered what: then no draft is kept and only "submitted" is known of a person. */
export function isAnonymous({ several }: Pick<Wave, 'several'>): boolean {
  return several?.anonymous === true;
}
