import { createContext, type ReactNode } from 'react';

/** What explains a screen: a button beside its title, and the explanation under it. */
export const PageHelp = createContext<{ readonly button: ReactNode; readonly text: ReactNode } | null>(null);
