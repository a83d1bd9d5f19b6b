/** Runs in the main process: all steps of the activation wizard in one go, through the same calls as the wizard. */
import type { ConnectorId, Manifest } from '../../connectors/_kit/manifest';
import { RESOURCES } from '../../connectors/_kit/model';
import { problem, type Problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { Settings } from '../../connectors/_kit/settings';
import type { IntegrationStage, RunRow, WipeOutcome, WipePart } from '../../preload/contract/views';
import type { Company } from '../company/company';
import { withEmployeeIds } from './employee-keys';

/** What a first activation empties; the log may stay. */
const EVERYTHING: readonly WipePart[] = ['customers', 'articles', 'workOrders'];

export interface ActivationRequest {
  readonly package: ConnectorId;
  /** Values of credential and registration fields together, by key of the manifest. */
  readonly credentials: Readonly<Record<string, string>>;
  /** Null: as they were saved, or the defaults when they never were. */
  readonly settings: Settings | null;
  /** Whether work orders that are archived but not booked yet may be wiped with the rest. */
  readonly mayWipeUndelivered: boolean;
  /** Whether somebody must log in also when the login that is kept still works. */
  readonly logInAgain: boolean;
}

export interface Activation {
  readonly stage: IntegrationStage;
  /** Null when nothing had to be emptied. */
  readonly wipe: WipeOutcome | null;
  /** Settings that are not right; when there are any, the integration was not activated. */
  readonly refused: readonly { readonly key: string; readonly problem: Problem }[];
}

/**
 * Start activatie, wissen (with a backup; only when the rules ask for it), koppel (where the package has a login of its
 * own: `login:page` tells its page), and opslaan with all checks. An active integration is linked anew and gets the new
 * settings. Problems: those of the steps, `package-not-available`
 * and `undelivered-would-be-wiped` or `pdfs-would-be-wiped`. The first pull is `firstPull`.
 */
export async function activate({ calls }: Company, request: ActivationRequest): Promise<Result<Activation>> {
  const id = request.package;
  const before = (await calls['integrations:list'](undefined)).find(({ manifest }) => manifest.id === id);
  if (before === undefined) return fail(problem('invalid-input', 'package-not-available', { package: id }));

  let wipe: WipeOutcome | null = null;
  if (before.stage.state !== 'active') {
    const accepted = await calls['integrations:accept-terms'](id);
    if (!accepted.ok) return accepted;
    const wiped = await wipeWhenAsked(calls, request, accepted.value);
    if (!wiped.ok) return wiped;
    wipe = wiped.value;
  }
  const linked = await link(calls, before.manifest, request);
  if (!linked.ok) return linked;
  const given = request.settings;
  const settings =
    given === null ? ok(before.stage.settings) : await withEmployeeIds(calls, before.manifest.settings, given);
  if (!settings.ok) return settings;
  const saved = await calls['integrations:save-settings']({ package: id, settings: settings.value });
  return saved.ok ? ok({ ...saved.value, wipe }) : saved;
}

/** With a login that is kept, somebody has to log in again only when it is refused, or was made with another registration. */
async function link(
  calls: Company['calls'],
  { id, link: { kind } }: Manifest,
  { credentials, logInAgain }: ActivationRequest,
): Promise<Result<IntegrationStage>> {
  const hasLogin = kind === 'oauth';
  if (!hasLogin || !logInAgain) {
    const linked = await calls['integrations:link']({ package: id, credentials });
    if (!hasLogin || linked.ok || linked.problem.kind !== 'needs-login') return linked;
  }
  return calls['integrations:login']({ package: id, credentials });
}

async function wipeWhenAsked(
  calls: Company['calls'],
  request: ActivationRequest,
  stage: IntegrationStage,
): Promise<Result<WipeOutcome | null>> {
  const preview = await calls['integrations:wipe-preview'](request.package);
  if (!preview.ok) return preview;
  const { everythingRequired, undelivered, unsentPdfs } = preview.value;
  if (!everythingRequired || stage.wipedAtMs !== null) return ok(null);
  if (undelivered > 0 && !request.mayWipeUndelivered) {
    return fail(problem('blocked', 'undelivered-would-be-wiped', { count: undelivered }));
  }
  if (unsentPdfs > 0 && !request.mayWipeUndelivered) {
    return fail(problem('blocked', 'pdfs-would-be-wiped', { count: unsentPdfs }));
  }
  return calls['integrations:wipe']({ package: request.package, parts: EVERYTHING.slice() });
}

/** The pull that belongs to a new activation, waited for. */
export function firstPull(company: Company): Promise<Result<RunRow>> {
  return company.run({ resources: RESOURCES, cleanUp: false }, 'first');
}

/** The manifest of a package of this company, or null. */
export async function manifestOf({ calls }: Company, id: string): Promise<Manifest | null> {
  const all = await calls['integrations:list'](undefined);
  return all.find(({ manifest }) => manifest.id === id)?.manifest ?? null;
}
