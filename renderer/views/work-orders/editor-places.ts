/** The parts of the editor that a key goes to, by the id of their element. */
export const EDITOR_PLACES = {
  customer: 'work-order-customer',
  planning: 'work-order-planning',
  work: 'work-order-work',
  articles: 'work-order-articles',
  forms: 'work-order-forms',
  times: 'work-order-times',
  files: 'work-order-files',
} as const;

const FIELDS = 'input:not([disabled]), textarea:not([disabled]), button[aria-haspopup="listbox"]:not([disabled])';

/** Puts the focus in the first field of a part. */
export function goToFirstField(place: keyof typeof EDITOR_PLACES): void {
  focusOn(document.getElementById(EDITOR_PLACES[place])?.querySelector(FIELDS));
}

/** Puts the focus in the field below the rows of a part that adds another one. */
export function goToAdding(place: 'articles' | 'forms'): void {
  const fields = document.getElementById(EDITOR_PLACES[place])?.querySelectorAll('[role="combobox"]') ?? [];
  focusOn([...fields].at(-1));
}

/** Puts the focus in the first field that is marked as wrong. */
export const goToFault = (): void => focusOn(document.querySelector('main [aria-invalid="true"]'));

function focusOn(field: Element | null | undefined): void {
  if (field instanceof HTMLElement) field.focus();
}

/** Lets the field that is typed in give what it holds to the editor; it keeps the focus. */
export function finishTyping(): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  field.blur();
  field.focus();
}
