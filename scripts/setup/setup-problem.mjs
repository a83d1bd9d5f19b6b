/**
 * An expected failure of set-up: no network, no compiler, no permission. Shown to the user as two plain sentences,
 * without a stack trace. Anything else that is thrown during set-up is a bug and keeps its stack.
 */
export class SetupProblem extends Error {
  /**
   * @param {string} what What went wrong, in plain English.
   * @param {string} action What the user can do about it; may hold several lines.
   * @param {{ cause?: unknown }} [options]
   */
  constructor(what, action, options) {
    super(what, options);
    this.name = 'SetupProblem';
    this.action = action;
  }
}
