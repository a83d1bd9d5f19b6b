import type { Language, WorkOrderDetail } from '../../preload/contract/views';
import { knownText } from '../log/catalogue';
import { html, Markup } from './markup';
import type { SheetPicture } from './pictures';
import { sheetFormats, type SheetFormats } from './sheet-formats';
import { SHEET_STYLE } from './sheet-style';

/** What a sheet is made of. */
export interface SheetInput {
  readonly language: Language;
  readonly companyName: string;
  readonly workOrder: WorkOrderDetail;
  /** Names by id, of everybody who is on the work order. */
  readonly employeeNames: ReadonlyMap<number, string>;
  /** Photos and signatures of the work order. */
  readonly pictures: readonly SheetPicture[];
}

/** The words and formats of one sheet. */
export interface SheetWords {
  readonly formats: SheetFormats;
  /** A text of the catalogue below `pdf`. */
  readonly say: (key: string) => string;
}

export function sheetWords(language: Language): SheetWords {
  return { formats: sheetFormats(language), say: (key) => knownText(`pdf.${key}`)[language] };
}

type SheetOf = Pick<SheetInput, 'companyName' | 'language'>;

/** A sheet under one heading. */
export const sheetPage = (input: SheetOf, heading: string, body: readonly Markup[]): string =>
  sheetDocument(input, heading, [sheetHeader(input.companyName, heading), ...body]);

/** The top of a sheet: whose it is and what it is. */
export const sheetHeader = (companyName: string, heading: string): Markup =>
  html`<header>
    <p class="company">${companyName}</p>
    <h1>${heading}</h1>
  </header>`;

/**
 * A whole page of HTML: no scripts, no addresses but that of its fonts. The title stands at the foot of each page and in
 * the properties of the PDF.
 */
export function sheetDocument({ companyName, language }: SheetOf, title: string, body: readonly Markup[]): string {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <title>${title} – ${companyName}</title>
        <link rel="stylesheet" href="fonts.css" />
        <style>
          ${new Markup(SHEET_STYLE)}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html>`.text;
}

/** A small heading with a value below it; nothing when the value is empty. */
export const fact = (label: string, value: Markup | string): Markup | null =>
  value === '' ? null : html`<div><span class="label">${label}</span><span class="text">${value}</span></div>`;

/** The facts that are there, in two columns. */
export const facts = (all: readonly (Markup | null)[]): Markup =>
  html`<section class="facts">${all.filter((one): one is Markup => one !== null)}</section>`;

/** Lines of an address, without the empty ones. */
export function addressLines(
  address: { readonly street: string; readonly postcode: string; readonly city: string; readonly country?: string },
  language: Language,
): readonly string[] {
  const country = (address.country ?? '').trim().toUpperCase();
  const isAbroad = /^[A-Z]{2}$/.test(country) && country !== 'NL';
  return [
    address.street,
    `${address.postcode} ${address.city}`.trim(),
    isAbroad ? (new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country) : '',
  ].filter((line) => line !== '');
}

/** A name in bold with lines below it. */
export const named = (name: string, lines: readonly string[]): Markup | '' =>
  name === '' && lines.length === 0 ? '' : html`<span class="strong">${name}</span>${below(name, lines)}`;

const below = (name: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `${name === '' ? '' : '\n'}${lines.join('\n')}`;
