import type { View } from './events';

const COMPANY = 'company';

/** Address of the page of one company, opened at a screen. `pageUrl`: where the screens come from. */
export function pageAddress(pageUrl: string, companyId: string, view: View): string {
  const url = new URL(pageUrl);
  url.searchParams.set(COMPANY, companyId);
  url.hash = `/${view}`;
  return url.href;
}

/** The company that a page was loaded for. */
export function companyOfPage(address: string): string {
  return new URL(address).searchParams.get(COMPANY) ?? '';
}
