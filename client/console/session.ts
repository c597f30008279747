import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { SessionResponse } from '../../server/accounts/accounts.wire.ts';

export interface SessionState {
  readonly session: SessionResponse;
  readonly accept: (session: SessionResponse) => void;
  readonly refresh: () => Promise<void>;
}

const nobody: SessionResponse = { setUp: true, city: null, account: null, csrfToken: null };

export const SessionContext = createContext<SessionState>({
  session: nobody,
  accept: () => {},
  refresh: async () => {},
});

export function useSession(): SessionState {
  return useContext(SessionContext);
}
