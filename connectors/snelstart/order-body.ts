import { z } from 'zod';
import { jsonSchema } from '../_kit/json-schema';

/**
 * A frozen body. The template is kept by its name, as the office chose it, and becomes an id when it is sent: templates
 * are made anew, and then the name stays and the id does not.
 */
export const variantSchema = z.object({
  /** The order as the vendor's VerkoopOrderModel, with exact decimals, without template. */
  order: z.record(z.string(), jsonSchema).and(z.object({ orderreferentie: z.string() })),
  /** Name of the template; empty = SnelStart decides. */
  template: z.string(),
});
export type Variant = z.infer<typeof variantSchema>;
