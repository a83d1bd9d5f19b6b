import i18next from 'i18next';
import type { LocalizedText, Problem } from '../../preload/contract/model';
import type { Language } from './language';

/** What is wrong, and what the office does about it (null: nothing). */
export interface ProblemText {
  readonly message: string;
  readonly action: string | null;
}

function fromCatalogue(key: string, params: Problem['params'], language: Language): string | null {
  // The code comes from main, so the compiler cannot know the key.
  const translate = i18next.getFixedT(language) as (key: string, params: Problem['params']) => string;
  // With the values: a count decides which of the plural forms must be there.
  return i18next.exists(key, { lng: language, ...params }) ? translate(key, params) : null;
}

/** The sentences of a problem: the connector's own, else those of the catalogue. */
export function problemText(problem: Problem, language: Language): ProblemText {
  if (problem.text) {
    return { message: problem.text.message[language], action: problem.text.action?.[language] ?? null };
  }
  const known = fromCatalogue(`problems.${problem.code}.message`, problem.params, language);
  if (known !== null) {
    return { message: known, action: fromCatalogue(`problems.${problem.code}.action`, problem.params, language) };
  }
  const general = `problems.by-kind.${problem.kind}`;
  const params = { code: problem.code };
  return {
    message: fromCatalogue(`${general}.message`, params, language) ?? problem.code,
    action: fromCatalogue(`${general}.action`, params, language),
  };
}

/** A text that a connector declares, in the language of the screens. */
export function localized(text: LocalizedText, language: Language): string {
  return text[language];
}
