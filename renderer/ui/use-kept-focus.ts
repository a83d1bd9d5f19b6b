import { useState } from 'react';

interface KeptFocus {
  /** Off for everybody, but it may not be taken from under the focus: the button still stands where the keyboard is. */
  readonly isOffInFocus: boolean;
  readonly onFocusChange: (hasFocus: boolean) => void;
}

/**
 * A button that is disabled by what it did, such as Opslaan when nothing is left to save: Chromium takes the focus from a
 * disabled element, and who works by keyboard or hears the screen read aloud would stand nowhere. It goes off for good
 * when the focus leaves it.
 */
export function useKeptFocus(isDisabled: boolean): KeptFocus {
  const [hasFocus, onFocusChange] = useState(false);
  return { isOffInFocus: isDisabled && hasFocus, onFocusChange };
}
