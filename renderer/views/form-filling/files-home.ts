import { createContext } from 'react';

/** The work order that photos and signatures of a form are added to; null where none are kept: a preview, or a work order that was never saved. */
export const FilesHome = createContext<number | null>(null);
