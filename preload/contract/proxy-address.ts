const SCHEME = /^(?:(?:https?|socks[45]?):\/\/)?/iu;
const HOST_AND_PORT = /^(?:[a-z0-9.-]+|\[[0-9a-f:]+\]):(?<port>\d{1,5})$/iu;

/** `proxy.bedrijf.nl:8080`, with or without what kind of proxy it is in front. */
export function isProxyAddress(text: string): boolean {
  const port = HOST_AND_PORT.exec(text.trim().replace(SCHEME, ''))?.groups?.port;
  return port !== undefined && Number(port) >= 1 && Number(port) <= 65_535;
}
