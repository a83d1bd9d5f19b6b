import type { Language } from '../../preload/contract/views';

/** Lines of an address, without the empty ones; the country when it is not the Netherlands. */
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
