import type { CompanyProfile } from '../../preload/contract/company-settings';
import type { CompanyLogo } from '../../preload/contract/papers';
import type { Language } from '../../preload/contract/views';
import { knownText } from '../log/catalogue';
import { dataAddress } from './data-address';
import { html, type Markup } from './markup';
import { addressLines } from './sheet-address';

/** Whose paper it is. */
export interface Letterhead {
  readonly name: string;
  readonly profile: CompanyProfile;
  readonly logo: CompanyLogo | null;
}

/** `companyName` stands there as long as the profile has no name. */
export const letterheadOf = (profile: CompanyProfile, companyName: string, logo: CompanyLogo | null): Letterhead => ({
  name: profile.name === '' ? companyName : profile.name,
  profile,
  logo,
});

/** The head of a paper for the customer: the logo or else the name, and beside it how the company is reached. */
export function letterhead({ name, profile, logo }: Letterhead, language: Language): Markup {
  const own = addressLines(profile, language);
  const reach = [profile.phone, profile.email, profile.website];
  const numbers = [
    numbered(
      profile.country === 'BE' ? 'enterprise-number' : 'chamber-of-commerce',
      profile.chamberOfCommerceNumber,
      language,
    ),
    numbered('vat-number', profile.vatNumber, language),
    numbered('iban', profile.iban, language),
  ];
  const columns = [[...(logo === null ? [] : [name]), ...own], reach]
    .map((lines) => lines.filter((line) => line !== ''))
    .filter((lines) => lines.length > 0);
  // Each stays on one line by itself: the spaces in it do not break.
  const line = numbers.flatMap((number) => (number === '' ? [] : [number.replace(/ /g, '\u00a0')])).join(' · ');
  return html`<header class="letterhead">
    ${logo === null ? html`<p class="company" dir="auto">${name}</p>` : html`<img class="logo" src="${dataAddress(logo)}" alt="${name}" />`}
    <div class="reach">
      ${columns.map((lines) => html`<p class="text">${lines.join('\n')}</p>`)}
      ${line === '' ? null : html`<p class="numbers">${line}</p>`}
    </div>
  </header>`;
}

const numbered = (word: string, number: string, language: Language): string =>
  number === '' ? '' : `${knownText(`pdf.${word}`)[language]} ${number}`;
