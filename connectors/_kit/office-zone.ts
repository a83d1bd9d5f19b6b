/**
 * The clock of the office: the Netherlands and Belgium have the same one. Every day and hour that a person reads or
 * types, on screen, in documents, files and names, is on this clock, whatever the computer is set to. Inside, times are
 * UTC milliseconds.
 */
export const OFFICE_ZONE = 'Europe/Amsterdam';
