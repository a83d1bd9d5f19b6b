import { z } from 'zod';
import type { VendorError } from '../_kit/answer';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const coded = z.object({ Code: z.string(), Description: text });
const listed = z.union([z.object({ errors: z.array(coded).min(1) }), z.object({ Errors: z.array(coded).min(1) })]);
const modelErrors = z.object({ Message: text, ModelState: z.record(z.string(), z.array(z.string())) });
const message = z.union([
  z.object({ Message: z.string() }).transform((body) => body.Message),
  z.object({ ErrorMessage: z.string() }).transform((body) => body.ErrorMessage),
  z.object({ message: z.string() }).transform((body) => body.message),
]);
const oauthError = z.object({ error: z.string(), error_description: text });

/** Stands for values that do not fit the model, which ASP.NET reports without a code. */
export const MODEL_STATE = 'ModelState';

/**
 * Code and sentence of a refusal. Documented is a list of errors (docs.billit.be, page "400"); clients also met one error by
 * itself, a bare message and the model errors of ASP.NET.
 */
export function vendorError(body: unknown): VendorError | null {
  const list = listed.safeParse(body);
  if (list.success) return fromList('errors' in list.data ? list.data.errors : list.data.Errors);
  const single = coded.safeParse(body);
  if (single.success) return fromList([single.data]);
  const model = modelErrors.safeParse(body);
  if (model.success) {
    const texts = Object.entries(model.data.ModelState).map(([field, reasons]) => `${field}: ${reasons.join(' ')}`);
    return { code: MODEL_STATE, text: [model.data.Message, ...texts].join(' ') };
  }
  const oauth = oauthError.safeParse(body);
  if (oauth.success) return { code: oauth.data.error, text: oauth.data.error_description || null };
  const plain = message.safeParse(body);
  return plain.success ? { code: null, text: plain.data } : null;
}

function fromList(errors: readonly z.infer<typeof coded>[]): VendorError {
  const texts = errors.map(({ Code, Description }) => (Description === '' ? Code : Description));
  return { code: errors[0]?.Code ?? null, text: texts.join(' ') };
}
