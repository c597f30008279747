import type { Language, Text } from '../../surveys/plan/plan.ts';

/** A finding in words, in both languages: the heading says what is so, the lead what it means. */
export interface FindingText {
  readonly heading: Text;
  readonly lead: Text;
}

/** Both languages of a text, each made by the same function. */
export function inBoth(write: (language: Language) => string): Text {
  return { de: write('de'), en: write('en') };
}

/**
 * "A", "A und B", "A, B und C".
 *
 * @param names in the order they are to be read; empty gives an empty text
 */
export function listed(names: readonly string[], language: Language): string {
  const last = names.at(-1) ?? '';
  if (names.length < 2) return last;
  return `${names.slice(0, -1).join(', ')} ${language === 'de' ? 'und' : 'and'} ${last}`;
}

/** A title as it stands in a sentence, whatever words it has. */
export function quoted(title: string, language: Language): string {
  return language === 'de' ? `„${title}“` : `“${title}”`;
}

/** Sentences joined by a space; empty ones are left out. */
export function sentences(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

/** A first letter in upper case, as at the start of a sentence. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
