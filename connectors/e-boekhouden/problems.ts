/** What the codes in ErrorMsg mean for the office. Codes and their meaning: vendor's "Manual Soap Version 5.5", chapter 10. */
import { explainedRefusal, problem, type Explanation, type Problem, type ProblemKind } from '../_kit/problem';
import {
  ARTICLE_CODES,
  CODE_2_WRONG,
  CODES_WRONG,
  GENERAL_FAILURE,
  INVOICE_CODES,
  LIMIT_REACHED,
  NO_ADMINISTRATION,
  NO_RIGHTS,
  ourFault,
} from './explanations';

/** A refusal: a code of the manual's chapter 10, and the vendor's sentence. */
export interface ServiceError {
  /** Capitals and digits only: `E002.3` in the manual is `E0023` in other lists of the vendor. */
  readonly code: string;
  /** As it was written. */
  readonly shownCode: string;
  readonly text: string;
}

/** No figure is documented; a pull waits this long rather than giving up, and a delivery still goes within minutes. */
const LIMIT_WAIT_MS = 2 * 60_000;
const MAX_VENDOR_TEXT = 300;

const LOGIN: Readonly<Record<string, { readonly kind: ProblemKind; readonly text: Explanation }>> = {
  E0011: { kind: 'needs-login', text: CODES_WRONG },
  E0012: { kind: 'needs-login', text: NO_ADMINISTRATION },
  E0013: { kind: 'needs-login', text: CODE_2_WRONG },
  E0015: { kind: 'not-allowed', text: NO_RIGHTS },
  E0017: { kind: 'needs-login', text: GENERAL_FAILURE },
};
/** Codes of chapter 10 that only a fault of ours can bring about. */
const OUR_FAULTS: ReadonlySet<string> = new Set([
  'CFACT004',
  'CFACT006',
  'CFACT014',
  'CFACT029',
  'CFACT030',
  'CFACT031',
  'CFACT032',
  'CFACT033',
  'CFACT034',
  'CFACT035',
  'CFACT036',
  'CFACT037',
  'CFACT039',
  'E0025',
]);

/**
 * The problem of a refusal; nothing was stored. A code that is not known keeps the vendor's own sentence (`rejected`).
 * `articleOf` names the article of a line of the invoice that was sent, counted from 1.
 */
export function refusal(
  error: ServiceError,
  status: number,
  articleOf: (line: number) => string | undefined = () => undefined,
): Problem {
  if (error.code === 'E0031') return limitReached(error, status);
  const vendor = vendorAnswer(error, status);
  const login = LOGIN[error.code];
  if (login !== undefined) return problem(login.kind, idOf(error), {}, { text: login.text, vendor });

  const ofArticle = ARTICLE_CODES[error.code];
  if (ofArticle !== undefined) {
    const [line] = /\d+/.exec(error.text) ?? [];
    const article = (line === undefined ? undefined : articleOf(Number(line))) ?? '';
    return explainedRefusal(idOf(error), { ...ofArticle(article), mends: ['article'] }, { article }, { vendor });
  }
  const text = INVOICE_CODES[error.code] ?? (OUR_FAULTS.has(error.code) ? ourFault(error.shownCode) : undefined);
  if (text !== undefined) return explainedRefusal(idOf(error), text, {}, { vendor });
  return problem('rejected', 'rejected', { text: `${error.shownCode} ${error.text}`.trim(), status }, { vendor });
}

/** Too many calls; e-Boekhouden does not tell for how long. */
export const limitReached = (error: ServiceError, status: number): Problem =>
  problem(
    'rate-limited',
    'e-boekhouden.E0031',
    {},
    { text: LIMIT_REACHED, retryAfterMs: LIMIT_WAIT_MS, vendor: vendorAnswer(error, status) },
  );

/** User name or codes are not there. */
export const codesRefused = (): Problem => problem('needs-login', 'e-boekhouden.E0011', {}, { text: CODES_WRONG });

const idOf = (error: ServiceError): string => `e-boekhouden.${error.code}`;

const vendorAnswer = ({ shownCode, text }: ServiceError, status: number) => ({
  status,
  code: shownCode,
  text: text === '' ? null : text.slice(0, MAX_VENDOR_TEXT),
});
