import { useContext, useEffect, useState } from 'preact/hooks';
import type { Language } from '../../surveys/plan/plan.ts';
import { ModeContext } from './mode-context.ts';

const storageKey = 'pegel:language';

/** The language the person chose on this device, else the given one. */
export function useLanguage(preferred: Language): readonly [Language, (language: Language) => void] {
  const [chosen, setChosen] = useState(rememberedLanguage);
  const language = chosen ?? preferred;
  const mode = useContext(ModeContext);
  useEffect(() => {
    if (mode === 'real') document.documentElement.lang = language;
  }, [mode, language]);
  const choose = (next: Language) => {
    remember(next);
    setChosen(next);
  };
  return [language, choose];
}

export function browserLanguage(): Language {
  return navigator.language.startsWith('en') ? 'en' : 'de';
}

function rememberedLanguage(): Language | null {
  try {
    const language = localStorage.getItem(storageKey);
    return language === 'de' || language === 'en' ? language : null;
  } catch {
    return null;
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Storage is forbidden: the choice holds until the page is closed.
  }
}
