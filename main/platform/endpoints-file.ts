/** Other base addresses than the packages' own, from a file: for tests and for simulators. Format: docs/endpoints.md. */
import { z } from 'zod';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { ConnectorId } from '../../connectors/_kit/manifest';
import { isAllowedAddress } from './allowed-address';
import { readTextFile } from './text-files';

const address = z
  .string({ error: 'is not a text' })
  .refine((url) => URL.canParse(url) && isAllowedAddress(new URL(url)), {
    error: 'must be https, or http on this computer (127.0.0.1, [::1], localhost)',
  })
  // Connectors put a path behind it.
  .transform((url) => url.replace(/\/+$/u, ''))
  .optional();

/** Names of the base addresses by package. */
export type EndpointNames = Readonly<Record<ConnectorId, readonly string[]>>;

const schemaOf = (names: EndpointNames) =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(names).map(([id, keys]) => [
        id,
        z.strictObject(Object.fromEntries(keys.map((key) => [key, address]))).optional(),
      ]),
    ),
  );

/** Addresses by package and name; what is absent stays the package's own. */
export type EndpointOverrides = Readonly<Partial<Record<ConnectorId, Readonly<Record<string, string>>>>>;

/** Reads the file. Problems: `file-unreadable`, `endpoints-invalid` (with the place in the file and the reason). */
export async function readEndpointsFile(path: string, names: EndpointNames): Promise<Result<EndpointOverrides>> {
  const text = await readTextFile(path);
  return text.ok ? parseEndpoints(text.value, path, names) : text;
}

/** Checks the text of an endpoints file. */
export function parseEndpoints(text: string, file: string, names: EndpointNames): Result<EndpointOverrides> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return fail(invalid(file, String(error)));
  }
  const parsed = schemaOf(names).safeParse(content);
  if (parsed.success) {
    // JSON has no `undefined`: what zod calls optional is absent.
    return ok(parsed.data as EndpointOverrides);
  }
  const [issue] = parsed.error.issues;
  return fail(invalid(file, [issue?.path.join('.'), issue?.message].filter(Boolean).join(': ')));
}

const invalid = (file: string, detail: string) => problem('invalid-input', 'endpoints-invalid', { file, detail });
