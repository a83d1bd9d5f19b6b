import { z } from 'zod';
import type { Json } from './text';

/** Any value of JSON: what a body that was frozen and stored is made of. */
export const jsonSchema: z.ZodType<Json> = z.lazy(() =>
  z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(jsonSchema), z.record(z.string(), jsonSchema)]),
);
