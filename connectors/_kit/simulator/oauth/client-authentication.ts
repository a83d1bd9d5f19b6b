import type { SimulatorRequest } from '../http-exchange';

/** A program that was registered with the vendor. */
export interface OAuthClient {
  readonly clientId: string;
  /** Null: a public client, which proves itself by PKCE alone. */
  readonly clientSecret: string | null;
}

/**
 * The client of a token request, by Basic header or in the form (RFC 6749, section 2.3.1). Null: unknown, or its secret is
 * wrong or missing.
 */
export function authenticateClient<Client extends OAuthClient>(
  request: SimulatorRequest,
  form: URLSearchParams,
  clients: readonly Client[],
): Client | null {
  const given = basicCredentials(request.headers.authorization) ?? {
    clientId: form.get('client_id') ?? '',
    clientSecret: form.get('client_secret'),
  };
  const client = clients.find((candidate) => candidate.clientId === given.clientId) ?? null;
  if (client?.clientSecret === undefined || client.clientSecret === null) return client;
  return client.clientSecret === given.clientSecret ? client : null;
}

function basicCredentials(header: string | undefined): { clientId: string; clientSecret: string } | null {
  const encoded = /^Basic +(\S+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return null;
  const [clientId = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { clientId: decode(clientId), clientSecret: decode(rest.join(':')) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
