/** What Controleer says of a value that is not right, as far as the packages say the same. */
import { problem, type Problem } from './problem';
import type { LocalizedText } from './text';

/** Makes a problem of one package: what is wrong, and where it is mended. */
export type InvalidSetting = (
  code: string,
  params: Problem['params'],
  message: LocalizedText,
  action: LocalizedText,
) => Problem;

/** `packageId` stands in front of every code: `snelstart.article-unknown`. */
export const invalidSetting =
  (packageId: string): InvalidSetting =>
  (code, params, message, action) =>
    problem('invalid-input', `${packageId}.${code}`, params, { text: { message, action } });

/** The spelling that differs in capitals only when there is one, else what to do in the package. */
export const meantOr = (lookAlike: string | undefined, otherwise: LocalizedText): LocalizedText =>
  lookAlike === undefined
    ? otherwise
    : { nl: `Bedoelt u ‘${lookAlike}’? Hoofdletters tellen mee.`, en: `Do you mean ‘${lookAlike}’? Capitals count.` };

/** Whom the sentences are about, and where the right spelling stands there. */
interface Source {
  readonly invalid: InvalidSetting;
  readonly packageName: string;
  readonly copyFrom: LocalizedText;
}

/** `lookAlike`: a code that differs in capitals only. */
export const articleCodeUnknown =
  ({ invalid, packageName, copyFrom }: Source) =>
  (article: string, lookAlike: string | undefined): Problem =>
    invalid(
      'article-unknown',
      { article },
      {
        nl: `Artikelcode ‘${article}’ is niet bekend in ${packageName}.`,
        en: `Article code ‘${article}’ is not known in ${packageName}.`,
      },
      meantOr(lookAlike, copyFrom),
    );

/** For groups that are named by hand. `lookAlike`: a name that differs in capitals only. */
export const groupNameUnknown =
  ({ invalid, packageName, copyFrom }: Source) =>
  (group: string, lookAlike: string | undefined): Problem =>
    invalid(
      'article-group-unknown',
      { group },
      {
        nl: `Artikelgroep ‘${group}’ is niet bekend in ${packageName}.`,
        en: `Article group ‘${group}’ is not known in ${packageName}.`,
      },
      lookAlike === undefined
        ? copyFrom
        : {
            nl: `Bedoelt u ‘${lookAlike}’? Dit veld is hoofdlettergevoelig.`,
            en: `Do you mean ‘${lookAlike}’? Capitals count in this field.`,
          },
    );
