import type { Json } from './text';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One call to a package.
 *
 * `effect` decides what a lost answer means: after a `read` it may simply be repeated, after a `write` the outcome is
 * unknown. `doc` is the vendor's page about this call.
 */
export interface HttpCall {
  readonly method: HttpMethod;
  readonly url: string;
  /** Added to the url, encoded; undefined values are left out. */
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: { readonly type: string; readonly text: string };
  /** A body that is no text, e.g. a form with a PDF in it; takes the place of `body`. */
  readonly binaryBody?: { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> };
  readonly effect: 'read' | 'write';
  readonly doc: string;
}

/** A whole answer: status line, headers in lower case, and the body as text. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export const jsonBody = (value: Json | object): { readonly type: string; readonly text: string } => ({
  type: 'application/json',
  text: JSON.stringify(value),
});

export const formBody = (
  fields: Readonly<Record<string, string>>,
): { readonly type: string; readonly text: string } => ({
  type: 'application/x-www-form-urlencoded',
  text: new URLSearchParams(fields).toString(),
});
