import type { HourPolicy } from '../../preload/contract/hour-policy';
import type { Language, WorkOrderDetail } from '../../preload/contract/views';
import type { OutgoingDocument } from '../../connectors/_kit/document';
import { knownText } from '../log/catalogue';
import { letterhead, type Letterhead } from './letterhead';
import { html, Markup } from './markup';
import type { SheetPicture } from './pictures';
import { sheetFormats, type SheetFormats } from './sheet-formats';
import { SHEET_STYLE } from './sheet-style';

/** What a work order costs: the lines and totals of the document that it becomes. */
export type Costs = Pick<OutgoingDocument, 'lines' | 'totals'>;

/** What a paper for the customer is made of. */
export interface SheetInput {
  readonly language: Language;
  readonly letterhead: Letterhead;
  readonly workOrder: WorkOrderDetail;
  /** Names by id, of everybody who is on the work order. */
  readonly employeeNames: ReadonlyMap<number, string>;
  /** Photos and signatures of the work order. */
  readonly pictures: readonly SheetPicture[];
  /** By which minutes become hours. */
  readonly hourPolicy: HourPolicy;
  /** Whether the notes stand on it. */
  readonly notes: boolean;
  /** Null: it tells no prices. */
  readonly costs: Costs | null;
}

/** The words and formats of one sheet. */
export interface SheetWords {
  readonly formats: SheetFormats;
  /** A text of the catalogue below `pdf`. */
  readonly say: (key: string, values?: Readonly<Record<string, string>>) => string;
}

export function sheetWords(language: Language): SheetWords {
  return { formats: sheetFormats(language), say: (key, values) => knownText(`pdf.${key}`, values)[language] };
}

type SheetOf = { readonly companyName: string; readonly language: Language };

/** A paper for the customer: under the head of the company, with what it is above all the rest. */
export const customerPage = (input: SheetInput, heading: string, body: readonly Markup[]): string =>
  sheetDocument({ companyName: input.letterhead.name, language: input.language }, heading, [
    letterhead(input.letterhead, input.language),
    html`<h1 class="subject">${heading}</h1>`,
    ...body,
  ]);

/** A sheet for the office itself, under one heading. */
export const sheetPage = (input: SheetOf, heading: string, body: readonly Markup[]): string =>
  sheetDocument(input, heading, [sheetHeader(input.companyName, heading), ...body]);

/** The top of a sheet for the office itself: whose it is and what it is. */
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
  value === ''
    ? null
    : html`<div><span class="label">${label}</span><span class="text" dir="auto">${value}</span></div>`;

/** The facts that are there, in two columns. */
export const facts = (all: readonly (Markup | null)[]): Markup =>
  html`<section class="facts">${all.filter((one): one is Markup => one !== null)}</section>`;

/** A heading with a text below it; nothing for an empty one. */
export const textSection = (heading: string, text: string): Markup | null =>
  text.trim() === ''
    ? null
    : html`<h2>${heading}</h2>
        <p class="text" dir="auto">${text.trim()}</p>`;

/** A name in bold with lines below it. */
export const named = (name: string, lines: readonly string[]): Markup | '' =>
  name === '' && lines.length === 0 ? '' : html`<span class="strong">${name}</span>${below(name, lines)}`;

const below = (name: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `${name === '' ? '' : '\n'}${lines.join('\n')}`;
