/** Where the window goes: where it was, unless no screen shows that place any more. Pure. */
import type { WindowPlace } from './settings-schema';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const SMALLEST_WINDOW = { width: 960, height: 600 } as const;
const FIRST_WINDOW = { width: 1280, height: 820 } as const;
/** So much of the title bar must be on a screen, that it can be taken hold of. */
const VISIBLE_TITLE = { width: 120, height: 24 } as const;

/** Position and size for the window; without position the system chooses one. */
export function placeFor(
  kept: WindowPlace | null,
  workAreas: readonly Area[],
): Partial<Area> & Pick<Area, 'width' | 'height'> {
  if (kept === null || !workAreas.some((area) => showsTitle(kept, area))) return FIRST_WINDOW;
  return {
    x: kept.x,
    y: kept.y,
    width: Math.max(kept.width, SMALLEST_WINDOW.width),
    height: Math.max(kept.height, SMALLEST_WINDOW.height),
  };
}

function showsTitle(window: Area, screen: Area): boolean {
  const width = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
  return (
    width >= VISIBLE_TITLE.width && window.y >= screen.y && window.y + VISIBLE_TITLE.height <= screen.y + screen.height
  );
}
