/** Files that come into a page in other ways than by its own button: dropped on it, or pasted. */
import type { Locator, Page } from '@playwright/test';

/** A file by its name, type and content. */
export interface GivenFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

const carried = (window: Page, files: readonly GivenFile[]) =>
  window.evaluateHandle(
    (given) => {
      const data = new DataTransfer();
      for (const { name, type, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        data.items.add(new File([bytes], name, { type }));
      }
      return data;
    },
    files.map(({ name, type, bytes }) => ({ name, type, base64: Buffer.from(bytes).toString('base64') })),
  );

/** Drops files from the file manager on an element. */
export async function dropOn(window: Page, where: Locator, files: readonly GivenFile[]): Promise<void> {
  const dataTransfer = await carried(window, files);
  await where.dispatchEvent('dragover', { dataTransfer });
  await where.dispatchEvent('drop', { dataTransfer });
}

/** Pastes files while this element has the focus. */
export async function pasteInto(window: Page, where: Locator, files: readonly GivenFile[]): Promise<void> {
  const clipboardData = await carried(window, files);
  await where.evaluate((element, data) => {
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, clipboardData);
}
