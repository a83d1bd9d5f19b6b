/** Code and sentence of a refusal, in the shapes of both services. */
import { z } from 'zod';
import type { VendorError } from '../_kit/answer';

/** Sales order service: ProblemDetails with codes (its OpenAPI description, SalesOrderValidationProblemDetails). */
const problemDetails = z.object({
  title: z.string().nullish(),
  detail: z.string().nullish(),
  status: z.number(),
  errors: z.record(z.string(), z.array(z.string())).nullish(),
  details: z
    .array(
      z.object({
        code: z.string(),
        message: z.string().nullish(),
        parameters: z.object({ property: z.string().nullish() }).nullish(),
      }),
    )
    .nullish(),
});
/** Gateway of the finance API (community.visma.com, licence fault 12027). */
const gatewayFault = z.object({ ExceptionMessage: z.string(), ExceptionFaultCode: z.string().nullish() });
/** Finance API: clients met both spellings (ON-IT/Visma.Net, MjukBiltvatt/go-visma-net). */
const message = z.union([
  z.object({ message: z.string() }).transform((body) => body.message),
  z.object({ Message: z.string() }).transform((body) => body.Message),
]);

export function vendorError(body: unknown): VendorError | null {
  const fault = gatewayFault.safeParse(body);
  if (fault.success) return { code: fault.data.ExceptionFaultCode ?? null, text: fault.data.ExceptionMessage };
  const sentence = message.safeParse(body);
  if (sentence.success) return { code: null, text: sentence.data };
  const details = problemDetails.safeParse(body);
  return details.success ? detailsError(details.data) : null;
}

function detailsError({ title, detail, errors, details }: z.infer<typeof problemDetails>): VendorError {
  const coded = details ?? [];
  const texts =
    coded.length > 0
      ? coded.map((one) => [one.parameters?.property ?? '', one.message ?? one.code].filter(isFilled).join(': '))
      : Object.entries(errors ?? {}).map(([field, reasons]) => `${field}: ${reasons.join(' ')}`);
  return { code: coded[0]?.code ?? null, text: texts.length > 0 ? texts.join(' ') : (detail ?? title ?? null) };
}

const isFilled = (text: string): boolean => text !== '';
