import type { Problem } from './problem';

/** The outcome of something that may fail for an expected reason. Bugs throw instead. */
export type Result<T, E = Problem> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const fail = <E = Problem>(problem: E): { readonly ok: false; readonly problem: E } => ({ ok: false, problem });

/** For the `default` of a switch that must cover every case: does not compile when one is missing. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
