/** Which companies this installation has, what they are called, and which one shows. Opens none of them. */
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import { knownText } from '../log/catalogue';
import type { CompanyStore, SettingsStore } from '../platform/settings-store';

/** Id and folder of the company that a new data folder begins with. */
export const FIRST_COMPANY = 'main';
/** Id and folder of the practice administration, which is never among the companies that real work is done in. */
export const PRACTICE_COMPANY = 'practice';

export interface CompanyRegister {
  /** In the order in which they were added; there is always one. */
  readonly ids: () => readonly string[];
  /** The settings of a company of `ids`. */
  readonly of: (id: string) => CompanyStore;
  /** The company whose screens show. */
  readonly shownId: () => string;
  readonly show: (id: string) => void;
  /** The id of the company with this id or name, without regard to capitals; null when there is none. */
  readonly find: (nameOrId: string) => string | null;
  /**
   * Makes a company with a new id, which is never given out again and can be the name of a folder. Problems:
   * `company-name-missing`, `company-name-taken`, `practice-has-one-company`.
   */
  readonly add: (name: string) => Result<string>;
  /** Problems: `company-name-missing`, `company-name-taken`. */
  readonly rename: (id: string, name: string) => Result<null>;
  /** True when nobody gave the company a name yet. */
  readonly isUnnamed: (id: string) => boolean;
}

export interface CompanyRegisterParts {
  readonly settings: SettingsStore;
  readonly practice: boolean;
  /** Never the same text twice; letters, digits and dashes. */
  readonly newId: () => string;
}

export function createCompanyRegister({ settings, practice, newId }: CompanyRegisterParts): CompanyRegister {
  const standardName = knownText(practice ? 'practice.company-name' : 'cli.company-name');
  const nameWhenNew = standardName[settings.app().language];
  const ids = (): readonly string[] => settings.companyIds().filter((id) => (id === PRACTICE_COMPANY) === practice);
  const of = (id: string): CompanyStore => settings.company(id, nameWhenNew);
  if (ids().length === 0) of(practice ? PRACTICE_COMPANY : FIRST_COMPANY);

  /** The name as it is kept, unless another company has it: people tell companies apart by their names. */
  const checkedName = (entered: string, own: string | null): Result<string> => {
    const name = entered.trim();
    if (name === '') return fail(problem('invalid-input', 'company-name-missing'));
    const isTaken = ids().some((id) => id !== own && isSame(of(id).name(), name));
    return isTaken ? fail(problem('invalid-input', 'company-name-taken', { name })) : ok(name);
  };

  return {
    ids,
    of,
    shownId: () => {
      const known = ids();
      const shown = settings.shownCompany();
      const id = known.find((one) => one === shown) ?? known[0];
      if (id === undefined) throw new Error('There is no company');
      return id;
    },
    // What is practised leaves the choice among the real companies alone.
    show: (id) => (practice ? undefined : settings.saveShownCompany(id)),
    find: (nameOrId) =>
      ids().find((id) => id === nameOrId) ?? ids().find((id) => isSame(of(id).name(), nameOrId.trim())) ?? null,
    add: (entered) => {
      if (practice) return fail(problem('blocked', 'practice-has-one-company'));
      const name = checkedName(entered, null);
      if (!name.ok) return name;
      const id = newId();
      settings.company(id, name.value);
      return ok(id);
    },
    rename: (id, entered) => {
      const name = checkedName(entered, id);
      if (!name.ok) return name;
      of(id).rename(name.value);
      return ok(null);
    },
    isUnnamed: (id) => [standardName.nl, standardName.en].includes(of(id).name()),
  };
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
