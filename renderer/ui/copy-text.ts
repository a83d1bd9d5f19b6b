/**
 * Puts a text on the clipboard; call it while a press is handled. The newer clipboard API is a permission of the page, and
 * this window has none.
 */
export function copyText(text: string): boolean {
  const copy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', copy, { once: true });
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', copy);
  }
}
