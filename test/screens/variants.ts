/** The looks in which each screen is seen. */
import type { AppSettings, Language } from '../../preload/contract/views';

export const AMOUNTS = ['none', 'one', 'many'] as const;
/** How much is in the company. */
export type Amount = (typeof AMOUNTS)[number];

export const THEMES = ['light', 'dark'] as const satisfies readonly AppSettings['theme'][];
export const LANGUAGES = ['nl', 'en'] as const satisfies readonly Language[];

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly zoomPercent: number;
}

/** Sizes of the window, in pixels of the screen. */
export const FRAMES = [
  { width: 1280, height: 720, zoomPercent: 100 },
  { width: 1280, height: 720, zoomPercent: 150 },
  { width: 1920, height: 1080, zoomPercent: 100 },
  { width: 1920, height: 1080, zoomPercent: 150 },
] as const satisfies readonly Frame[];

/** One picture. */
export interface Variant {
  readonly screen: string;
  readonly language: (typeof LANGUAGES)[number];
  readonly theme: (typeof THEMES)[number];
  readonly amount: Amount;
  readonly frame: Frame;
}

/** `queue-nl-dark-many-1280x720-150`. */
export const nameOf = ({ screen, language, theme, amount, frame }: Variant): string =>
  [screen, language, theme, amount, `${frame.width}x${frame.height}`, frame.zoomPercent].join('-');
