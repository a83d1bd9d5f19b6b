type Endpoints = Readonly<Record<string, string>>;

/** The base address of that name, without slash at its end. The manifest names every one, so that a missing one is a bug. */
export function baseAddress(endpoints: Endpoints, name: string): string {
  const address = endpoints[name];
  if (address === undefined) throw new Error(`No address is called ${name}`);
  return address.replace(/\/+$/, '');
}

/** Whether an address names a host alone and no path: then the vendor's own path belongs behind it. */
export const isOrigin = (address: string): boolean => new URL(address).pathname === '/';
