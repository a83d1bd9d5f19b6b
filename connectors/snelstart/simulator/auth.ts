import type { SeededRandom } from '../../_kit/simulator/random';
import { jsonResponse, type SimulatorRequest, type SimulatorResponse } from '../../_kit/simulator/http-exchange';
import type { Quirks } from './quirks';

/** Vendor portal, page "Authenticatie": a token lives 3599 seconds and there is no refresh token. */
const TOKEN_LIFE_SECONDS = 3599;

export const ALL_SCOPES = [
  'orders:read',
  'orders:write',
  'relaties:read',
  'relaties:write',
  'artikelen:read',
  'artikelen:write',
  'documenten:read',
  'documenten:write',
  'boekhouden:read',
  'boekhouden:write',
  'settings:read',
] as const;
export type Scope = (typeof ALL_SCOPES)[number];

/** The vendor's login: one koppelsleutel, which is one administration and one app, and the tokens given out for it. */
export class Login {
  private key: string;
  private scopes: readonly Scope[] = ALL_SCOPES;
  private readonly tokens = new Map<string, { readonly expiresAtMs: number; readonly scopes: readonly Scope[] }>();

  constructor(
    private readonly random: SeededRandom,
    private readonly now: () => number,
    private readonly quirks: Pick<Quirks, 'wrongKeyStatus'>,
    storedKey: string | null,
  ) {
    const firstKey = newKey(random);
    this.key = storedKey ?? firstKey;
  }

  /** The koppelsleutel that is valid now. */
  get koppelsleutel(): string {
    return this.key;
  }

  /** POST /b2b/token. */
  token(request: SimulatorRequest): SimulatorResponse {
    const type = request.headers['content-type'] ?? '';
    if (!type.toLowerCase().startsWith('application/x-www-form-urlencoded')) return refused('invalid_request', 400);
    const form = new URLSearchParams(request.body.toString('utf8'));
    const given = this.givenKey(form);
    if (given === 'unsupported') return refused('unsupported_grant_type', 400);
    if (given === 'incomplete') return refused('invalid_request', 400);
    if (given.key !== this.key) return refused('invalid_grant', Number(this.quirks.wrongKeyStatus));
    const token = `eyJ${this.random.text(180, TOKEN_ALPHABET)}`;
    this.tokens.set(token, { expiresAtMs: this.now() + TOKEN_LIFE_SECONDS * 1000, scopes: this.scopes });
    return jsonResponse(
      200,
      { access_token: token, token_type: 'bearer', expires_in: TOKEN_LIFE_SECONDS },
      { 'cache-control': 'no-store' },
    );
  }

  /** Scopes behind an Authorization header; null when the token is missing, unknown or past its time. */
  scopesOf(authorization: string | undefined): readonly Scope[] | null {
    const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
    const known = token === undefined ? undefined : this.tokens.get(token);
    return known === undefined || known.expiresAtMs <= this.now() ? null : known.scopes;
  }

  /** The user makes a new koppelsleutel: the old one and its tokens stop at once. */
  regenerateKey(): string {
    this.key = newKey(this.random);
    this.tokens.clear();
    return this.key;
  }

  /** Every token that was given out stops; the koppelsleutel stays valid. */
  expireTokens(): void {
    this.tokens.clear();
  }

  /** Scopes of tokens asked from now on. */
  grantScopes(scopes: readonly Scope[]): void {
    this.scopes = scopes;
  }

  private givenKey(form: URLSearchParams): { readonly key: string } | 'unsupported' | 'incomplete' {
    switch (form.get('grant_type')) {
      case 'clientkey': {
        const key = form.get('clientkey');
        return key === null || key === '' ? 'incomplete' : { key };
      }
      case 'password': {
        const userName = form.get('username');
        const password = form.get('password');
        if (userName === null || password === null) return 'incomplete';
        return { key: Buffer.from(`${userName}:${password}`, 'utf8').toString('base64') };
      }
      case null:
        return 'incomplete';
      default:
        return 'unsupported';
    }
  }
}

const TOKEN_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const PASSWORD_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/**
 * Base64 of `username:password`. It always holds + and / and ends with =, since that is what goes wrong when a client
 * forgets to encode the form: '>' and '?' as third byte of a group give 62 and 63.
 */
function newKey(random: SeededRandom): string {
  const userName = random.text(17, PASSWORD_ALPHABET);
  const password = `${random.text(2, PASSWORD_ALPHABET)}>${random.text(2, PASSWORD_ALPHABET)}?${random.text(40, PASSWORD_ALPHABET)}`;
  return Buffer.from(`${userName}:${password}`, 'utf8').toString('base64');
}

const refused = (error: string, status: number): SimulatorResponse => jsonResponse(status, { error });
