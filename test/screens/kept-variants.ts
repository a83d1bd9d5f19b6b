/** What a run leaves behind: each variant with its picture and what was found on it. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AxeFinding } from '../e2e/axe';
import { APP_FOLDER } from '../e2e/koppel-process';
import type { LayoutFault } from './layout-faults';
import { nameOf, type Variant } from './variants';

export const OUT = join(APP_FOLDER, 'out', 'screens', 'matrix');
const PARTS = join(OUT, 'parts');

export interface SeenVariant extends Variant {
  /** File name of its picture, in OUT. */
  readonly file: string;
  readonly axe: readonly AxeFinding[];
  readonly layout: readonly LayoutFault[];
}

export function keepPicture(variant: Variant, png: Buffer): string {
  mkdirSync(OUT, { recursive: true });
  const file = `${nameOf(variant)}.png`;
  writeFileSync(join(OUT, file), png);
  return file;
}

/** `part`: what one process has seen; processes do not share a file. */
export function keepSeen(part: string, seen: readonly SeenVariant[]): void {
  mkdirSync(PARTS, { recursive: true });
  writeFileSync(join(PARTS, `${part}.json`), JSON.stringify(seen));
}

export const allSeen = (): readonly SeenVariant[] =>
  readdirSync(PARTS)
    .sort()
    .flatMap((file) => JSON.parse(readFileSync(join(PARTS, file), 'utf8')) as readonly SeenVariant[]);
