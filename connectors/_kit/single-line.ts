/** A text on one line: every run of white space, line breaks too, is one space, and none stands at either end. */
export const singleLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
