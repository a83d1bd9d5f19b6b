/** Which company a command is about. */
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { CompanyRegister } from '../companies/company-register';

/** The company with this name or id; the first one when none is named. Problem: `company-unknown`, with the list. */
export function chosenCompany({ ids, of, find }: CompanyRegister, option: string | null): Result<string> {
  const id = option === null ? ids()[0] : find(option);
  if (id !== undefined && id !== null) return ok(id);
  const known = ids().map((one) => of(one).name());
  return fail(problem('invalid-input', 'company-unknown', { company: option ?? '', known: known.join(', ') }));
}

export interface CompanyToActivate {
  readonly id: string;
  /** What it is to be called once the activation has succeeded; null when it keeps its name. */
  readonly newName: string | null;
}

/**
 * The company of an activation: the one that was named on the command line, which then gets the name of the request; else
 * the one that has this name; else the only company, as long as nobody named or linked it; else a new one. Problems:
 * `company-unknown` and those of `CompanyRegister.add`.
 */
export function companyToActivate(
  register: CompanyRegister,
  option: string | null,
  requestedName: string | null,
): Result<CompanyToActivate> {
  if (requestedName === null) return keepingName(chosenCompany(register, option));
  const named = register.find(requestedName);
  if (option !== null) {
    const chosen = chosenCompany(register, option);
    if (!chosen.ok) return chosen;
    if (named !== null && named !== chosen.value) {
      return fail(problem('invalid-input', 'company-name-taken', { name: requestedName }));
    }
    return ok({ id: chosen.value, newName: requestedName });
  }
  if (named !== null) return ok({ id: named, newName: null });
  const [only, another] = register.ids();
  if (only !== undefined && another === undefined && isUntouched(register, only)) {
    return ok({ id: only, newName: requestedName });
  }
  return keepingName(register.add(requestedName));
}

const keepingName = (found: Result<string>): Result<CompanyToActivate> =>
  found.ok ? ok({ id: found.value, newName: null }) : found;

const isUntouched = ({ isUnnamed, of }: CompanyRegister, id: string): boolean =>
  isUnnamed(id) && of(id).settings.activePackage() === null;
