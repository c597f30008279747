import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../../surveys/plan/plan.ts';
import { TextButton } from '../ui/text-button.tsx';
import { ModeContext } from './mode-context.ts';
import type { Texts } from './texts.ts';

interface FrameProps {
  readonly city: string;
  readonly language: Language;
  readonly t: Texts;
  readonly onLanguage: (language: Language) => void;
  /** State of saving, at the right of the header. */
  readonly status?: ComponentChildren;
  readonly foot?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** One column: header with the city, the page, and at the foot whom to ask. */
export function Frame({ city, language, t, onLanguage, status, foot, children }: FrameProps) {
  const other = language === 'de' ? 'en' : 'de';
  const short = other.toUpperCase();
  const mode = useContext(ModeContext);
  const Main = mode === 'real' ? 'main' : 'div';
  return (
    <div class={`respond respond--${mode}`} lang={language}>
      {mode === 'real' ? (
        <button class="skip-link" type="button" onClick={skipToContent}>
          {t.skipToContent}
        </button>
      ) : null}
      <header class="respond__header">
        <div class="respond__column respond__bar">
          <span class="respond__city">{city}</span>
          <span class="respond__tools">
            {status}
            <TextButton
              language={other}
              label={`${short} ${t.otherLanguage}`}
              onClick={() => onLanguage(other)}
            >
              <span class="r-language__long">{t.otherLanguage}</span>
              <span class="r-language__short">{short}</span>
            </TextButton>
          </span>
        </div>
      </header>
      <Main class="respond__column respond__main" id="respond-content" tabIndex={-1}>
        {children}
      </Main>
      {foot ? (
        <footer class="respond__foot">
          <div class="respond__column">{foot}</div>
        </footer>
      ) : null}
    </div>
  );
}

/** A button, not a link: the fragment names the page one is on. */
function skipToContent(): void {
  document.getElementById('respond-content')?.focus();
}
