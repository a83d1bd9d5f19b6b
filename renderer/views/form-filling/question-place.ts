/** The id of the element that holds a question of a form on the screen. */
export const questionPlace = (formKey: string, questionId: string): string => `form-${formKey}-${questionId}`;

/** Puts the focus in a question and brings it into view; nothing when it does not show. */
export function goToQuestion(formKey: string, questionId: string): void {
  const place = document.getElementById(questionPlace(formKey, questionId));
  place?.querySelector<HTMLElement>('input, textarea, button, [tabindex]')?.focus();
}
