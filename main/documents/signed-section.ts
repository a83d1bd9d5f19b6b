import { html, type Markup } from './markup';
import { image } from './pictures';
import type { SheetInput, SheetWords } from './sheet';

/**
 * The signature of the customer with name and moment, and that the work order was changed since, when it was: nobody signed
 * for that. Null: it is not signed.
 */
export function signedSection({ workOrder, pictures }: SheetInput, { say, formats }: SheetWords): Markup | null {
  const { signature } = workOrder;
  if (signature === null) return null;
  const drawn = pictures.find(({ file }) => file.id === signature.fileId);
  return html`<section class="signed">
    <h2>${say('signature')}</h2>
    ${drawn === undefined ? null : image(drawn, say('signature-of', { name: signature.name }))}
    <p><span class="strong" dir="auto">${signature.name}</span>, ${formats.moment(signature.signedAtMs)}</p>
    ${signature.changedSince.length === 0 ? null : html`<p>${say('changed-since')}</p>`}
  </section>`;
}
