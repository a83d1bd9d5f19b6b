import type { Formats } from '../../i18n/format';

const MEGABYTE = 1_000_000;

/** The size of a file as `12,3 MB`. */
export const megabytes = (formats: Formats, sizeBytes: number): string =>
  `${formats.decimal(Math.max(0.1, sizeBytes / MEGABYTE).toFixed(1))} MB`;
