/** A member for the body of a request, to be spread into it; none when the text is empty. */
export const filled = (key: string, text: string): Readonly<Record<string, string>> =>
  text === '' ? {} : { [key]: text };
