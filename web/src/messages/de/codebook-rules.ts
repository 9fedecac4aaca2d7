type Rule = readonly [RegExp, (...parts: string[]) => string]

/** Sentences of the rules for codebooks, which the pages and the server share. A test makes each of them and looks it up here. */
const rules: readonly Rule[] = [
  [/^(.+) has no rating yet\.$/, (label) => `${label} ist noch nicht bewertet.`],
  [/^(.+) needs a written rationale\.$/, (label) => `${label} braucht eine schriftliche Begründung.`],
  [
    /^(.+) needs (\d+) annotations? as evidence; (?:none is|(\d+) (?:is|are)) linked\.$/,
    (label, wanted = '', has = '0') =>
      `${label} braucht ${wanted === '1' ? 'eine Annotation' : `${wanted} Annotationen`} als Beleg; verknüpft: ${has}.`,
  ],
  [
    /^"(.+)" needs the best-fitting organised class after it\. Add one as alternative\.$/,
    (id) => `„${id}“ braucht danach die am besten passende organisierte Klasse. Fügen Sie eine als Alternative hinzu.`,
  ],
  [
    /^"(.+)" and "(.+)" are the same group\. Keep the finer one\.$/,
    (one, other = '') => `„${one}“ und „${other}“ sind dieselbe Gruppe. Behalten Sie die feinere.`,
  ],
  [
    /^"(.+)" is ranked twice\. Remove one of the two\.$/,
    (id) => `„${id}“ steht zweimal in der Rangfolge. Entfernen Sie eines davon.`,
  ],
  [/^(.+) takes (.+)\. Remove some\.$/, (label) => `${label}: zu viele Klassen. Nehmen Sie einige zurück.`],
]

/** A sentence about what a rating lacks, in German; one we do not know stays as it is. */
export function lacksInGerman(message: string): string {
  for (const [pattern, inGerman] of rules) {
    const found = pattern.exec(message)
    if (found) return inGerman(...found.slice(1))
  }
  // "Classification: what is wrong with it" names the rating first.
  const named = /^([^:"]+): (.+)$/s.exec(message)
  const rest = named?.[2] === undefined ? undefined : lacksInGerman(named[2])
  return named && rest !== named[2] ? `${named[1]}: ${rest}` : message
}
