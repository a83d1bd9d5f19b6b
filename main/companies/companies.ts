/** Runs in the main process: the companies of this installation, each with its own database, credentials and schedule. */
import { problem, type Problem } from '../../connectors/_kit/problem';
import { fail, type Result } from '../../connectors/_kit/result';
import type { CompanySummary } from '../../preload/contract/views';
import type { Company } from '../company/company';
import type { Logger, Time } from '../ports';
import type { CompanyRegister } from './company-register';

export interface Companies {
  readonly register: CompanyRegister;
  /**
   * The company, opened when it was not yet. One that could not be opened is tried again. Problems: those of `make`.
   * Never resolves once the app is stopping.
   */
  readonly open: (id: string) => Promise<Result<Company>>;
  /** The same for somebody who reads in the summary how it went. Never rejects. */
  readonly tryOpen: (id: string) => Promise<void>;
  /**
   * Does something with the files of a company while nobody has them open: the company is stopped first and opened again
   * afterwards, however it went. Whoever opens it meanwhile waits.
   */
  readonly whileClosed: <T>(id: string, work: () => Promise<T>) => Promise<T>;
  /**
   * Stops a company for good: `work` takes its data away and calls `forget` once the company is no more. When that throws
   * before, the company is opened again.
   */
  readonly closeForGood: <T>(id: string, work: (forget: () => void) => Promise<T>) => Promise<T>;
  /** Opens all companies. One that cannot be opened keeps no other from working. */
  readonly openAll: () => Promise<void>;
  /**
   * Lets all that are open work in the background, and those that are opened later as well. What only waits for its disk or
   * for another program is tried again once a minute.
   */
  readonly startAll: () => Promise<void>;
  /** The company when it is open, else null. */
  readonly opened: (id: string) => Company | null;
  /** All that are open, in the order of the register. */
  readonly allOpened: () => readonly Company[];
  /** Calls the listener for each company that is opened from now on; returns how to stop. */
  readonly onOpened: (listener: (company: Company) => void) => () => void;
  /** Calls the listener with the id of each company that could not be opened and now is, by itself. */
  readonly onRecovered: (listener: (id: string) => void) => void;
  /** What people see of a company; of the one that shows when no id is given. */
  readonly summary: (id?: string) => CompanySummary;
  /** Stops all companies, at the same time: there are seconds for all of them together. */
  readonly stop: () => Promise<void>;
}

export interface CompaniesParts {
  readonly register: CompanyRegister;
  readonly practice: boolean;
  /** Opens the database of a company and makes it. Expected failures are values; a bug throws. */
  readonly make: (id: string) => Promise<Result<Company>>;
  readonly time: Time;
  readonly logger: Logger;
}

const RETRY_EVERY_MS = 60_000;
/** What passes without an act in Simon: somebody makes room, gives rights, or another program lets go. */
const PASSING: ReadonlySet<string> = new Set(['storage-full', 'storage-read-only', 'storage-busy', 'storage-io']);

export function createCompanies({ register, practice, make, time, logger }: CompaniesParts): Companies {
  const opening = new Map<string, Promise<Result<Company>>>();
  const opened = new Map<string, Company>();
  const problems = new Map<string, Problem>();
  const listeners = new Set<(company: Company) => void>();
  const recovered = new Set<(id: string) => void>();
  const stopping = new AbortController();
  let isInBackground = false;
  let isStopping = false;

  const begin = async (company: Company): Promise<void> => {
    try {
      await company.start({ background: true });
    } catch (error) {
      logger.bug('companies', error, { company: company.id });
    }
  };
  const openNow = async (id: string): Promise<Result<Company>> => {
    const made = await make(id);
    if (!made.ok) {
      problems.set(id, made.problem);
      return made;
    }
    problems.delete(id);
    opened.set(id, made.value);
    for (const listener of [...listeners]) listener(made.value);
    if (isInBackground && !isStopping) await begin(made.value);
    return made;
  };
  const open: Companies['open'] = (id) => {
    // A database that is opened during the stop would be left open by it.
    if (isStopping) return new Promise(() => undefined);
    const begun = opening.get(id);
    if (begun !== undefined) return begun;
    const now = openNow(id);
    opening.set(id, now);
    const forget = (): void => void opening.delete(id);
    now.then((made) => (made.ok ? undefined : forget()), forget);
    return now;
  };
  const close = async (id: string): Promise<void> => {
    await Promise.allSettled([opening.get(id)]);
    const company = opened.get(id);
    opened.delete(id);
    await company?.stop();
  };
  const notOpened = (id: string, error: unknown): void => {
    const bugId = logger.bug('companies', error, { company: id });
    problems.set(id, problem('storage', 'company-not-opened', { id: bugId }));
  };
  const tryOpen: Companies['tryOpen'] = async (id) => {
    try {
      await open(id);
    } catch (error) {
      notOpened(id, error);
    }
  };
  const tryAgain = async (): Promise<void> => {
    for (;;) {
      await time.sleep(RETRY_EVERY_MS, stopping.signal);
      if (isStopping) return;
      const waiting = [...problems].flatMap(([id, { code }]) => (PASSING.has(code) ? [id] : []));
      for (const id of waiting) {
        await tryOpen(id);
        if (opened.has(id)) for (const listener of recovered) listener(id);
      }
    }
  };
  const whileClosed: Companies['whileClosed'] = async (id, work) => {
    if (isStopping) return new Promise(() => undefined);
    const done = close(id).then(work);
    const again = Promise.allSettled([done]).then(() => openNow(id));
    opening.set(id, again);
    try {
      const made = await again;
      if (!made.ok) opening.delete(id);
    } catch (error) {
      opening.delete(id);
      notOpened(id, error);
    }
    return done;
  };

  const closeForGood: Companies['closeForGood'] = async (id, work) => {
    if (isStopping) return new Promise(() => undefined);
    let isGone = false;
    const done = close(id).then(() =>
      work(() => {
        isGone = true;
      }),
    );
    // Whoever opens it meanwhile waits, and finds nothing in the end.
    const after = Promise.allSettled([done]).then(() =>
      isGone ? fail(problem('invalid-input', 'company-gone')) : openNow(id),
    );
    opening.set(id, after);
    try {
      const made = await after;
      if (!made.ok) opening.delete(id);
    } catch (error) {
      opening.delete(id);
      notOpened(id, error);
    }
    if (isGone) problems.delete(id);
    return done;
  };

  return {
    register,
    open,
    closeForGood,
    tryOpen,
    whileClosed,
    openAll: async () => void (await Promise.all(register.ids().map(tryOpen))),
    startAll: async () => {
      isInBackground = true;
      void tryAgain();
      await Promise.all([...opened.values()].map(begin));
    },
    opened: (id) => opened.get(id) ?? null,
    allOpened: () => register.ids().flatMap((id) => opened.get(id) ?? []),
    onOpened: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onRecovered: (listener) => void recovered.add(listener),
    summary: (id = register.shownId()) => ({
      id,
      name: register.of(id).name(),
      practice,
      problem: problems.get(id) ?? null,
    }),
    stop: async () => {
      isStopping = true;
      stopping.abort();
      await Promise.allSettled(opening.values());
      const stops = await Promise.allSettled([...opened.values()].map((company) => company.stop()));
      const failed = stops.find((stop) => stop.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
    },
  };
}
