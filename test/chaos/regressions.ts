/** Worlds in which the harness found something wrong, each with what it was. They are played again at every test. */
export interface Regression {
  readonly package: string;
  readonly seed: number;
  readonly what: string;
}

export const REGRESSIONS: readonly Regression[] = [
  { package: 'billit', seed: 20014, what: 'A refusal that was damaged on its way asked for a login.' },
  { package: 'billit', seed: 3, what: 'A document found after a backup was put back was shown without its PDFs.' },
  {
    package: 'exact-online',
    seed: 1524335941,
    what: 'A price list that was refused once by mistake was left out for a day.',
  },
  {
    package: 'exact-online',
    seed: 1106987591,
    what: 'A login was asked for after the computer slept twice over one call.',
  },
  {
    package: 'e-boekhouden',
    seed: 1906247129,
    what: 'A login was asked for because two sessions had ended while the computer slept.',
  },
  { package: 'visma-net', seed: 22, what: 'PDFs were never put beside a document found after a backup was put back.' },
  { package: 'visma-net', seed: 1014420232, what: 'The office was asked for a document because a login was refused.' },
  { package: 'billit', seed: 1524332928, what: 'Half of a number was taken for the number of another invoice.' },
  { package: 'visma-net', seed: 1014420437, what: 'PDFs of an order that waited for days were given up at once.' },
];
