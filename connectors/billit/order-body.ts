import { z } from 'zod';
import { jsonSchema } from '../_kit/json-schema';

/** A frozen body: the vendor's model Order, with exact decimals and without files, as far as sending has to read it. */
export const orderBodySchema = z
  .record(z.string(), jsonSchema)
  .and(z.object({ CustomerID: z.number().int(), ExternalProviderID: z.string() }));
export type OrderBody = z.infer<typeof orderBodySchema>;

/** How Simon is called in the field ExternalProvider of its documents. */
export const EXTERNAL_PROVIDER = 'SimonKoppel';

/** The internal note of an invoice: where it comes from, with the marker once more, should its own field not keep it. */
export const internalNote = (workOrderNumber: string, marker: string): string =>
  `Simon werkbon ${workOrderNumber} ${marker}`;
