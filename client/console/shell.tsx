import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Language } from '../../surveys/plan/plan.ts';
import { language, t } from '../i18n/i18n.ts';
import { Logo } from '../ui/logo.tsx';
import { keepCsrfToken, send } from './api.ts';
import { MailPauseBanner } from './mail-pause.tsx';
import { navigate, usePlace } from './router.ts';
import { sections } from './routes.ts';
import { useSession } from './session.ts';

/** Head, navigation and main region of every page of the console. */
export function Shell(props: { changeLanguage: (next: Language) => void; children: ComponentChildren }) {
  const { session } = useSession();
  useSearchKey();
  return (
    <>
      <button type="button" class="skip-link" onClick={focusContent}>
        {t('shell.skip')}
      </button>
      <header class="head">
        <div class="head__row">
          <a class="brand" href="/">
            <Logo />
            <span class="brand__name">Pegel</span>
          </a>
          {session.city === null ? null : <span class="head__city">{session.city}</span>}
          {session.account === null ? <span class="head__gap" /> : <Navigation />}
          <div class="head__tools">
            <LanguageSwitch change={props.changeLanguage} />
            {session.account === null ? null : <AccountMenu name={session.account.name} />}
          </div>
        </div>
      </header>
      <main id="inhalt" class="main">
        {session.account === null ? null : <MailPauseBanner />}
        {props.children}
      </main>
    </>
  );
}

function Navigation() {
  const place = usePlace();
  const section = place.path.split('/')[1] ?? '';
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [section]);
  return (
    <nav ref={list} class="nav" aria-label={t('shell.navigation')}>
      <ul>
        {sections.map((entry) => (
          <li key={entry.href}>
            <a href={entry.href} aria-current={entry.section === section ? 'page' : undefined}>
              {t(entry.label)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function LanguageSwitch({ change }: { change: (next: Language) => void }) {
  const other = language() === 'de' ? 'en' : 'de';
  const name = other === 'de' ? 'Deutsch' : 'English';
  return (
    <button type="button" class="quiet-button" lang={other} onClick={() => change(other)}>
      {name}
    </button>
  );
}

function AccountMenu({ name }: { name: string }) {
  const { refresh } = useSession();
  const signOut = async () => {
    await send('DELETE', '/api/session');
    keepCsrfToken(null);
    await refresh();
    navigate('/anmelden');
  };
  return (
    <details class="menu">
      <summary class="quiet-button" data-initials={initials(name)}>
        <span class="account__name">{name}</span>
      </summary>
      <div class="menu__list">
        <button type="button" class="quiet-button" onClick={() => void signOut()}>
          {t('shell.signOut')}
        </button>
      </div>
    </details>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/);
  return [words.at(0), words.length > 1 ? words.at(-1) : ''].map((word) => word?.charAt(0) ?? '').join('');
}

function focusContent(): void {
  document.querySelector<HTMLElement>('main h1')?.focus();
}

/** `/` puts the cursor into the page's search field, unless somebody is typing. */
function useSearchKey(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
      if (event.key !== '/' || typing) return;
      const search = document.querySelector<HTMLInputElement>('input[type="search"]');
      if (search === null) return;
      event.preventDefault();
      search.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
