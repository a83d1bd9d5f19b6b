/** The pages of a table that a package does not have, or that the settings ask nothing of. */
export async function* noPages(): AsyncGenerator<never, void, undefined> {
  // There are none.
}
