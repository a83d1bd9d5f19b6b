import { drawPage } from './draw-page';
import { openPdf } from './open-pdf';

/** What a printer of an office makes of text; finer than that nobody sees. */
const DOTS_PER_INCH = 220;
const POINTS_PER_INCH = 72;

/** Every page of a PDF as a picture (PNG) to print. One at a time: each takes tens of megabytes while it is drawn. */
export async function pagePictures(bytes: Uint8Array): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const pdf = await openPdf(bytes);
  try {
    const canvas = document.createElement('canvas');
    const pictures: Uint8Array<ArrayBuffer>[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      await drawPage(await pdf.getPage(number), canvas, DOTS_PER_INCH / POINTS_PER_INCH).done;
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
      if (blob === null) throw new Error(`Page ${number} could not be drawn`);
      pictures.push(new Uint8Array(await blob.arrayBuffer()));
    }
    return pictures;
  } finally {
    await pdf.loadingTask.destroy();
  }
}
