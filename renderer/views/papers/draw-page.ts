import type { PDFPageProxy } from './open-pdf';

/** A drawing that is under way; `cancel` makes `done` reject. */
export interface Drawing {
  readonly done: Promise<void>;
  readonly cancel: () => void;
}

/** Draws a page on the canvas, which becomes as many pixels as that takes. `scale` 1: 72 pixels an inch. */
export function drawPage(page: PDFPageProxy, canvas: HTMLCanvasElement, scale: number): Drawing {
  const viewport = page.getViewport({ scale });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  const canvasContext = canvas.getContext('2d');
  if (canvasContext === null) return { done: Promise.reject(new Error('No canvas')), cancel: () => undefined };
  const task = page.render({ canvasContext, viewport });
  return { done: task.promise, cancel: () => task.cancel() };
}
