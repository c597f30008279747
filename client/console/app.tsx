import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { SessionResponse } from '../../server/accounts/accounts.wire.ts';
import type { Language } from '../../surveys/plan/plan.ts';
import { language, speak } from '../i18n/i18n.ts';
import { AlreadySetUpPage, SetupPage } from './accounts/setup-page.tsx';
import { SignInPage } from './accounts/sign-in-page.tsx';
import { getJson, keepCsrfToken, onSignedOut } from './api.ts';
import { FailedPage, LoadingPage } from './page.tsx';
import { Pages } from './pages.tsx';
import { followLinks, navigate, usePlace } from './router.ts';
import { type Match, matchRoute } from './routes.ts';
import { useServerClock } from './server-clock.ts';
import { SessionContext } from './session.ts';
import { Shell } from './shell.tsx';

function usePegelSession() {
  const [session, setSession] = useState<SessionResponse | null>(null);
  const [error, setError] = useState<unknown>(null);
  const accept = useCallback((next: SessionResponse) => {
    keepCsrfToken(next.csrfToken);
    setSession(next);
  }, []);
  const refresh = useCallback(async () => {
    try {
      accept(await getJson<SessionResponse>('/api/session'));
      setError(null);
    } catch (cause) {
      setError(cause);
    }
  }, [accept]);
  useEffect(() => {
    onSignedOut(() => void refresh());
    void refresh();
  }, [refresh]);
  return { session, error, accept, refresh };
}

export function App() {
  const { session, error, accept, refresh } = usePegelSession();
  const [speaking, setSpeaking] = useState<Language>(language());
  useEffect(() => {
    document.documentElement.lang = speaking;
  }, [speaking]);
  const changeLanguage = (next: Language) => void speak(next).then(() => setSpeaking(next));
  const state = useMemo(
    () => (session === null ? null : { session, accept, refresh }),
    [session, accept, refresh],
  );
  if (error !== null) return <FailedPage error={error} retry={() => void refresh()} />;
  if (state === null) return <LoadingPage />;
  return (
    <SessionContext.Provider value={state}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: only links are followed, and Enter on a link is a click */}
      <div class="app" onClick={followLinks} key={speaking}>
        <Door changeLanguage={changeLanguage} />
      </div>
    </SessionContext.Provider>
  );
}

/** Who is not signed in sees the set-up form or the sign-in, and comes back to the page asked for. */
function Door({ changeLanguage }: { changeLanguage: (next: Language) => void }) {
  const place = usePlace();
  const match = matchRoute(place.path);
  return (
    <SessionContext.Consumer>
      {({ session }) => {
        const outside = session.account === null;
        return (
          <Shell changeLanguage={changeLanguage}>
            {outside ? <Outside match={match} setUp={session.setUp} /> : <Inside match={match} />}
          </Shell>
        );
      }}
    </SessionContext.Consumer>
  );
}

function Outside({ match, setUp }: { match: Match; setUp: boolean }) {
  if (match.name !== 'setup') return <SignInPage setUp={setUp} />;
  return setUp ? <AlreadySetUpPage /> : <SetupPage token={match.param('token')} />;
}

function Inside({ match }: { match: Match }) {
  const clockSet = useServerClock();
  const leave = match.name === 'signIn' || match.name === 'setup';
  useEffect(() => {
    if (leave) navigate('/', 'replace');
  }, [leave]);
  return leave || !clockSet ? <LoadingPage /> : <Pages match={match} />;
}
