import type { SeededRandom } from '../../_kit/simulator/random';
import type { ErrorCode } from './errors';
import type { Quirks } from './quirks';

const MINUTE_MS = 60_000;
const SESSION_ID = /^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/i;
const SECURITY_CODE_1_LENGTH = 32;
const HEX_DIGITS = '0123456789abcdef';

export interface Credentials {
  readonly username: string;
  readonly securityCode1: string;
  /** The guid of the administration. */
  readonly securityCode2: string;
}

/** The credentials of a new administration. */
export const newCredentials = (random: SeededRandom, guid: string): Credentials => ({
  username: `koppelaar${random.digits(3)}`,
  securityCode1: newSecurityCode1(random),
  securityCode2: guid,
});

const newSecurityCode1 = (random: SeededRandom): string => random.text(SECURITY_CODE_1_LENGTH, HEX_DIGITS);

interface Session {
  readonly source: string;
  readonly openedAtMs: number;
  usedAtMs: number;
  closed: boolean;
}

/** Who may come in, and the sessions that were given out. */
export class Sessions {
  private readonly sessions = new Map<string, Session>();
  private hasRights = true;
  private hasAdministration = true;

  constructor(
    private currentCredentials: Credentials,
    private readonly random: SeededRandom,
    private readonly now: () => number,
    private readonly quirks: Pick<Quirks, 'sessionMinutes' | 'sessionRenewal'>,
  ) {}

  get credentials(): Credentials {
    return this.currentCredentials;
  }

  /** Codes of a refused login: manual, chapter 10. */
  refuseLogin(given: Credentials): ErrorCode | null {
    const { username, securityCode1, securityCode2 } = this.currentCredentials;
    if (given.username !== username || given.securityCode1 !== securityCode1) return 'E001.1';
    if (given.securityCode2 !== securityCode2) return 'E001.3';
    if (!this.hasAdministration) return 'E001.2';
    return this.hasRights ? null : 'E001.5';
  }

  /** Opens a session; its id is a guid in braces. */
  open(source: string): string {
    const id = `{${this.random.uuid().toUpperCase()}}`;
    const nowMs = this.now();
    this.sessions.set(id, { source, openedAtMs: nowMs, usedAtMs: nowMs, closed: false });
    return id;
  }

  /** Whether a call may use this session, which renews it when sessions slide. */
  refuseCall(sessionId: string, securityCode2: string): ErrorCode | null {
    if (!SESSION_ID.test(sessionId) || securityCode2 !== this.currentCredentials.securityCode2) return 'E002.1';
    const session = this.sessions.get(sessionId.toUpperCase());
    if (session === undefined) return 'E002.2';
    if (session.closed) return 'E002.4';
    const nowMs = this.now();
    const countsFromMs = this.quirks.sessionRenewal === 'sliding' ? session.usedAtMs : session.openedAtMs;
    if (nowMs - countsFromMs >= Number(this.quirks.sessionMinutes) * MINUTE_MS) return 'E002.3';
    session.usedAtMs = nowMs;
    return null;
  }

  close(sessionId: string): void {
    const session = this.sessions.get(sessionId.toUpperCase());
    if (session !== undefined) session.closed = true;
  }

  /** Every session that was given out is past its time. */
  expireAll(): void {
    for (const session of this.sessions.values()) {
      Object.assign(session, { openedAtMs: Number.NEGATIVE_INFINITY, usedAtMs: Number.NEGATIVE_INFINITY });
    }
  }

  /** What each session gave as its source, oldest first. */
  sources(): readonly string[] {
    return [...this.sessions.values()].map((session) => session.source);
  }

  /** A new password makes a new security code 1: manual, chapter 5. */
  changePassword(): string {
    this.currentCredentials = { ...this.currentCredentials, securityCode1: newSecurityCode1(this.random) };
    return this.currentCredentials.securityCode1;
  }

  allow(rights: boolean): void {
    this.hasRights = rights;
  }

  endAdministration(): void {
    this.hasAdministration = false;
  }
}
