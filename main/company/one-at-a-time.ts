/** Runs a job after every job that was given before it has ended, well or badly. */
export type OneAtATime = <T>(job: () => Promise<T>) => Promise<T>;

/** Two changes of a link must never cross: linking while it is being deactivated would leave it half linked. */
export function createOneAtATime(): OneAtATime {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const mine = last.then(job, job);
    last = mine;
    return mine;
  };
}
