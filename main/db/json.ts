/**
 * Reads a JSON column. The store writes these itself, from typed values, and the database checks that they are JSON;
 * so the type is taken on trust.
 */
export const readJson = <T>(text: string): T => JSON.parse(text) as T;

export const readJsonOrNull = <T>(text: string | null): T | null => (text === null ? null : readJson<T>(text));

export const writeJson = (value: object | null | string | number | boolean): string => JSON.stringify(value);

export const writeJsonOrNull = (value: object | null): string | null => (value === null ? null : JSON.stringify(value));
