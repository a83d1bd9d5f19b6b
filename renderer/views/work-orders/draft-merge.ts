import { PART_NAMES, samePart, withPart, type DraftPart, type EditorDraft } from './work-order-draft';

export interface Merged {
  /** What is on screen, with what changed elsewhere. */
  readonly draft: EditorDraft;
  /** What main has, with the rows of the screen where they say the same. */
  readonly base: EditorDraft;
  /** Changed there and not here: taken over. */
  readonly taken: readonly DraftPart[];
  /** Changed here and there, each in its own way: stays as it is here until the user chooses. */
  readonly disputed: readonly DraftPart[];
}

/** Brings together what was typed (`mine`) and what main has now (`theirs`), both made from `base`. Part by part. */
export function merge(base: EditorDraft, mine: EditorDraft, theirs: EditorDraft): Merged {
  const taken: DraftPart[] = [];
  const disputed: DraftPart[] = [];
  let draft = mine;
  let known = theirs;
  for (const part of PART_NAMES) {
    if (samePart(mine, theirs, part)) {
      // The rows on screen keep their keys, so that nobody loses the field that he types in.
      known = withPart(known, mine, part);
    } else if (samePart(base, theirs, part)) {
      known = withPart(known, base, part);
    } else if (samePart(base, mine, part)) {
      draft = withPart(draft, theirs, part);
      taken.push(part);
    } else disputed.push(part);
  }
  return { draft, base: known, taken, disputed };
}
