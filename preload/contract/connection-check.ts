/** Whether the services of the accounting packages can be reached from this computer, and if not, why. */
import type { Problem } from '../../connectors/_kit/problem';

export interface HostCheck {
  /** `api.vendor.nl`, with the port where it is not that of https. */
  readonly host: string;
  /** Names of the packages that are reached there. */
  readonly packages: readonly string[];
  /** Null: it answered. */
  readonly problem: Problem | null;
  /** How long it took, in milliseconds. */
  readonly tookMs: number;
  /** `host:port` of the proxy that the way leads through; null = none. */
  readonly proxy: string | null;
  /** Who vouches for the host when that is nobody of the public ones: a company or virus scanner that reads along. */
  readonly ownIssuer: string | null;
}
