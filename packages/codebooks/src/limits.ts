/** How large a codebook file may be. Generous for any instrument in use, small enough to check in well under a second. */
export const LIMITS = {
  /** Characters of the file. */
  characters: 2_000_000,
  /** Objects, lists and plain values in the file together. */
  nodes: 500_000,
  /** Objects within lists within objects: a codebook with ten levels of categories needs 26. */
  nesting: 40,
  variables: 2_000,
  codes: 1_000,
  sections: 200,
  targets: 50,
  episodes: 200,
  subjects: 50,
  citations: 100,
  samplings: 20,
  /** Modifiers of one code, and values of one modifier. */
  modifiers: 10,
  modifierValues: 50,
  /** Annotations that a codebook may demand as evidence for one rating. */
  evidence: 20,
  /** Categories of one classification, subgroups included. */
  categories: 1_000,
  /** Levels of one classification: group, subgroup, sub-subgroup ... */
  categoryLevels: 10,
  collapses: 50,
  outcomes: 200,
  alternatives: 10,
  advice: 20,
  /** Points of one scale, both ends included. */
  scalePoints: 1_001,
  /** Digits behind the decimal point in a scale's min, max and step. */
  decimals: 6,
  idCharacters: 64,
  labelCharacters: 200,
  textCharacters: 20_000,
  /** Faults reported for one file; more of them would not help anybody. */
  faults: 100,
} as const
