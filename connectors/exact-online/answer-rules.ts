import { z } from 'zod';
import type { AnswerRules, VendorError } from '../_kit/answer';
import { explained } from './refusals';
import { forbidden } from './rights';

/** `{"error":{"code":"","message":{"lang":"","value":"…"}}}`: code and language are always empty. */
const errorBody = z.object({
  error: z.object({ message: z.union([z.string(), z.object({ value: z.string() }).transform((one) => one.value)]) }),
});

function vendorError(body: unknown): VendorError | null {
  const read = errorBody.safeParse(body);
  return read.success ? { code: null, text: read.data.error.message } : null;
}

/** How the answers of Exact Online are read. */
export const answerRules: AnswerRules = {
  vendorError,
  refusal: (error, call, response) => {
    if (response.status === 403) return forbidden(response, call.url);
    return error.text === null || call.effect === 'read' ? null : explained(error.text);
  },
};
