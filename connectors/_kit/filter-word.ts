/**
 * Whether a text holds the filter word: trimmed, without regard to capitals, anywhere in the text, also inside a longer
 * word. An empty filter word matches nothing.
 */
export function holdsFilterWord(text: string, filterWord: string): boolean {
  const word = comparable(filterWord.trim());
  return word !== '' && comparable(text).includes(word);
}

/** One form for letters that can be written as one sign or as a letter with an accent behind it. */
const comparable = (text: string): string => text.normalize('NFC').toLowerCase();
