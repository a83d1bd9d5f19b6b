/** How one vendor's authorization server differs from another's. */
export interface OAuthRules {
  readonly accessTokenLifeSeconds: number;
  readonly codeLifeSeconds: number;
  /** `rotate`: each use gives a new one and ends the old one. `reuse`: the same one is returned. `none`: there are none. */
  readonly refreshTokens: 'rotate' | 'reuse' | 'none';
  /** Null: no end. `absolute` counts from the login, `sliding` from the last use. */
  readonly refreshTokenLifeSeconds: number | null;
  readonly refreshTokenLife: 'absolute' | 'sliding';
  /** A refresh token comes only when this scope was asked; null: always. */
  readonly offlineScope: string | null;
  /** Scopes that may be asked by a person's login; null: scopes are not looked at. */
  readonly scopes: readonly string[] | null;
  readonly pkce: 'verify' | 'ignore';
  /** Whether `http://127.0.0.1:PORT/…` and `http://localhost:PORT/…` count as registered. */
  readonly loopback: 'accept' | 'refuse';
  /** `automatic`: the first user allows at once, without a page. */
  readonly consent: 'page' | 'automatic';
  /** Whether the user chooses the company on the page; else the first one of the user is taken. */
  readonly choosesCompany: boolean;
  readonly invalidClientStatus: 400 | 401;
  /** Ends codes and refresh tokens, where the vendor's hold characters that have to be encoded in an address. */
  readonly textEnd?: string;
  /** Sent along as `iss` when a login goes back (RFC 9207); null: not sent. */
  readonly issuer: () => string | null;
}

/** What a person allowed, or a client by itself. Every token belongs to one. */
export interface OAuthGrant {
  readonly id: string;
  readonly clientId: string;
  /** Null: the client acts for itself, no person logged in. */
  readonly userId: string | null;
  readonly companyId: string;
  readonly scopes: readonly string[];
}
