import type { AnswerRules } from '../_kit/answer';
import { explainedRefusal, problem } from '../_kit/problem';
import { isCode, knownError, OUR_FAULT } from './known-errors';
import { noNumber, tooLarge } from './problems';
import { MODEL_STATE, vendorError } from './vendor-error';

/** How refusals of Billit are read: by their code, since descriptions come in the language of the user. */
export const answerRules: AnswerRules = {
  vendorError,
  refusal: ({ code, text }, call, response) => {
    // A used key is no refusal; push.ts looks the first invoice up.
    if (response.status === 409) return null;
    if (response.status === 413) return tooLarge();
    if (code === null) return null;
    if (isCode(code, 'RequiredField') && /ordernumber/i.test(text ?? '')) return noNumber();
    const known = knownError(code);
    if (known !== undefined) return explainedRefusal(`billit.${known.name}`, known.explanation);
    // On a write GenericError can mean anything; a list is asked by us alone.
    const isOurFault = code === MODEL_STATE || (isCode(code, 'GenericError') && call.effect === 'read');
    return isOurFault ? problem('rejected', 'billit.request-refused', {}, { text: OUR_FAULT }) : null;
  },
};
