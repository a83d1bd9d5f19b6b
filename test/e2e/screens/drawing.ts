/** What people draw and photograph, made in the page itself. */
import { writeFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';

/** Writes a photo that is larger than what is kept, in this colour; returns where. */
export async function photoFile(window: Page, file: string, colour: string): Promise<string> {
  const base64 = await window.evaluate(async (ground) => {
    const canvas = new OffscreenCanvas(3000, 2000);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('No canvas');
    const shade = context.createLinearGradient(0, 0, 3000, 2000);
    shade.addColorStop(0, ground);
    shade.addColorStop(1, '#d9b26f');
    context.fillStyle = shade;
    context.fillRect(0, 0, 3000, 2000);
    context.fillStyle = '#ffffff';
    context.fillRect(900, 500, 1200, 1000);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
    return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
  }, colour);
  writeFileSync(file, Buffer.from(base64, 'base64'));
  return file;
}

/** Signs with the mouse. */
export async function sign(window: Page, sheet: Locator): Promise<void> {
  const box = await sheet.boundingBox();
  if (box === null) throw new Error('The sheet does not show');
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
  await window.mouse.move(...at(0.1, 0.6));
  await window.mouse.down();
  for (let step = 1; step <= 40; step += 1) {
    await window.mouse.move(...at(0.1 + step * 0.02, 0.5 + Math.sin(step / 3) * 0.3));
  }
  await window.mouse.up();
}

/** A picture of this size as a JPEG. */
export async function jpegOf(window: Page, width: number, height: number): Promise<Buffer> {
  const base64 = await window.evaluate(
    async (size) => {
      const canvas = new OffscreenCanvas(size.width, size.height);
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('No canvas');
      const shade = context.createLinearGradient(0, 0, size.width, size.height);
      shade.addColorStop(0, '#3b6ea5');
      shade.addColorStop(1, '#d9b26f');
      context.fillStyle = shade;
      context.fillRect(0, 0, size.width, size.height);
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
    },
    { width, height },
  );
  return Buffer.from(base64, 'base64');
}
