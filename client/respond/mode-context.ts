import { createContext } from 'preact';

/** The page of a respondent, or a part of a console page that shows it. */
export type Mode = 'real' | 'preview';

export const ModeContext = createContext<Mode>('real');
