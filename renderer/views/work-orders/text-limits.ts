/** As much text as the fields of a work order take, in characters; the call refuses more. */
export const MOST_IN_LINE = 500;
export const MOST_IN_TEXT = 20_000;
