import { MIME_OF, type WorkOrderFile } from '../../preload/contract/work-order-files';
import { dataAddress } from './data-address';
import { html, type Markup } from './markup';

/** A photo or signature of a work order with its bytes. */
export interface SheetPicture {
  readonly file: WorkOrderFile;
  readonly bytes: Uint8Array;
}

/** The picture itself is in the page, which can reach no address. */
export const image = ({ file, bytes }: SheetPicture, alt: string): Markup =>
  html`<img class="${file.kind}" src="${dataAddress({ mediaType: MIME_OF[file.kind], bytes })}" alt="${alt}" />`;

/** Photos beside each other, each with its caption. */
export const photoGrid = (photos: readonly SheetPicture[]): Markup =>
  html`<div class="photos">
    ${photos.map(
      (photo) =>
        html`<figure>
          ${image(photo, photo.file.caption)}
          ${photo.file.caption === '' ? null : html`<figcaption dir="auto">${photo.file.caption}</figcaption>`}
        </figure>`,
    )}
  </div>`;
