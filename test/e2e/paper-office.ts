/** Papers of the app, made and kept by the calls of the screens. */
import { join } from 'node:path';
import { test, type ElectronApplication, type Page } from '@playwright/test';
import type { Input } from '../../preload/contract/calls';
import { ask, right } from './bridge';
import { readPdf, type ReadPdf } from './read-pdf';

/** Lets the office choose this file in every dialog that asks where to save; nothing opens in another program. */
export async function choosing(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog, shell }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    shell.openPath = () => Promise.resolve('');
  }, file);
}

/** Makes a paper and keeps it as `folder/name`. */
export async function keptPaper(
  { app, window }: { readonly app: ElectronApplication; readonly window: Page },
  request: Input<'papers:make'>,
  folder: string,
  name: string,
): Promise<ReadPdf & { readonly file: string }> {
  const file = join(folder, name);
  await choosing(app, file);
  const id = await window.evaluate(async (given) => {
    type Make = (request: unknown) => Promise<{ value?: { ok: boolean; value: { id: string } } }>;
    const { papers } = (globalThis as unknown as { app: { papers: { make: Make } } }).app;
    const reply = await papers.make(given);
    if (reply.value?.ok !== true) throw new Error(JSON.stringify(reply));
    return reply.value.value.id;
  }, request);
  right((await ask(window, 'papers:save', id)) ?? { ok: false, problem: 'cancelled' });
  // Kept with the results, for eyes.
  await test.info().attach(name, { path: file, contentType: 'application/pdf' });
  return { ...(await readPdf(file)), file };
}

/** Adds photos with as much detail as a camera gives, each of another colour. */
export async function addPhotos(window: Page, workOrderId: number, count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    await window.evaluate(
      async ([id, index]) => {
        const [width, height] = index % 3 === 0 ? [1_500, 2_000] : [2_000, 1_500];
        const canvas = new OffscreenCanvas(width, height);
        const context = canvas.getContext('2d');
        if (context === null) throw new Error('No canvas');
        const image = context.createImageData(width, height);
        let seed = index;
        for (let at = 0; at < image.data.length; at += 4) {
          seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
          const pixel = at / 4;
          const wave = 90 * Math.sin((pixel % width) / (20 + index)) + 60 * Math.sin(pixel / width / 31);
          const noise = (seed >> 16) % 40;
          image.data[at] = 120 + wave + noise;
          image.data[at + 1] = 110 + ((index * 37) % 90) + noise;
          image.data[at + 2] = 130 - wave / 2 + noise;
          image.data[at + 3] = 255;
        }
        context.putImageData(image, 0, 0);
        const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
        type Files = {
          add: (file: unknown) => Promise<{ value: { ok: boolean; value: { id: number } } }>;
          setCaption: (caption: unknown) => Promise<unknown>;
        };
        const files = (globalThis as unknown as { app: { workOrderFiles: Files } }).app.workOrderFiles;
        const bytes = new Uint8Array(await blob.arrayBuffer());
        const of = { workOrderId: id, kind: 'photo', name: `foto ${index}.jpg`, width, height, questionId: null };
        const { value: added } = await files.add({ ...of, bytes });
        if (!added.ok) throw new Error(JSON.stringify(added));
        await files.setCaption({ id: added.value.id, caption: `Foto ${index}: voor en na` });
      },
      [workOrderId, number] as const,
    );
  }
}

/** A logo as a file would give it: a PNG that is partly transparent. */
export async function saveLogo(window: Page): Promise<void> {
  await window.evaluate(async () => {
    const canvas = new OffscreenCanvas(600, 180);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('No canvas');
    context.fillStyle = '#1f5c46';
    context.beginPath();
    context.arc(90, 90, 80, 0, 7);
    context.fill();
    context.font = 'bold 90px sans-serif';
    context.fillText('De Vries', 200, 120);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
    type Save = (logo: unknown) => Promise<{ value: { ok: boolean } }>;
    const { companyLogo } = (globalThis as unknown as { app: { companyLogo: { save: Save } } }).app;
    const reply = await companyLogo.save({ mediaType: 'image/png', bytes });
    if (!reply.value.ok) throw new Error(JSON.stringify(reply));
  });
}
