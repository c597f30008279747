import i18next from 'i18next';
import type { Language, Text } from '../../surveys/plan/plan.ts';
import { texts } from './texts.ts';

type Stem<Key> = Key extends `${infer S}_one` | `${infer S}_other` ? S : Key;
export type TextKey = Stem<keyof typeof texts>;

const stored = 'pegel-language';

function resourceOf(index: 0 | 1): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([key, pair]) => [key, pair[index]]));
}

void i18next.init({
  lng: window.localStorage.getItem(stored) === 'en' ? 'en' : 'de',
  fallbackLng: 'de',
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  interpolation: { escapeValue: false },
  resources: { de: { translation: resourceOf(0) }, en: { translation: resourceOf(1) } },
});

export function language(): Language {
  return i18next.language === 'en' ? 'en' : 'de';
}

export async function speak(next: Language): Promise<void> {
  window.localStorage.setItem(stored, next);
  await i18next.changeLanguage(next);
}

export function t(key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
  return i18next.t(key, values);
}

/** The text of the wire in the language of the page. */
export function say(text: Text): string {
  return text[language()];
}
