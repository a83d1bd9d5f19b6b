/** What goes between main and the thread of the database. */
import { NewerDatabaseError, StorageError, type StorageErrorCode } from './storage-error';

/** What the thread is started with. */
export interface WorkerStart {
  readonly file: string;
}

/** The methods of a store by area, as the thread tells them: main needs no list of its own. */
export type StoreShape = Readonly<Record<string, readonly string[]>>;

export interface WorkerCall {
  readonly id: number;
  /** Null for a method of the store itself. */
  readonly area: string | null;
  readonly method: string;
  readonly args: readonly unknown[];
}

export type WorkerMessage =
  | { readonly kind: 'opened'; readonly shape: StoreShape }
  | { readonly kind: 'not-opened'; readonly error: WireError }
  | { readonly kind: 'value'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly error: WireError };

/** An error that keeps what main acts on: a plain structured clone would lose the class and its fields. */
export type WireError =
  | { readonly kind: 'storage'; readonly code: StorageErrorCode; readonly message: string }
  | { readonly kind: 'newer'; readonly found: number; readonly known: number }
  | { readonly kind: 'bug'; readonly message: string; readonly stack: string | undefined };

export function toWire(error: unknown): WireError {
  if (error instanceof StorageError) return { kind: 'storage', code: error.code, message: error.message };
  if (error instanceof NewerDatabaseError) return { kind: 'newer', found: error.found, known: error.known };
  if (error instanceof Error) return { kind: 'bug', message: error.message, stack: error.stack };
  return { kind: 'bug', message: String(error), stack: undefined };
}

export function fromWire(wire: WireError): Error {
  switch (wire.kind) {
    case 'storage':
      return new StorageError(wire.code, wire.message);
    case 'newer':
      return new NewerDatabaseError(wire.found, wire.known);
    case 'bug': {
      const error = new Error(wire.message);
      if (wire.stack !== undefined) error.stack = wire.stack;
      return error;
    }
  }
}
