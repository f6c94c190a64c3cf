/** Spells a text in Latin letters: Chinese by its pinyin without tones, the rest as it stands; runs apart by spaces. */
export type Spell = (text: string) => string

/** Keys are cut here, so that one that is taken can still be numbered. */
const longest = 40

/**
 * A key for a title: Latin letters and digits in runs joined by '_' for a field or '-' for a ledger, beginning with a letter, and none of those
 * that are taken. `instead` is what a title without a letter is called.
 */
export const spellKey = (title: string, spell: Spell, joint: '_' | '-', taken: (key: string) => boolean, instead: string): string => {
  const runs = spell(title).toLowerCase().replace(/ü/g, 'v').split(/[^a-z0-9]+/).filter((run) => run !== '')
  const whole = runs.join(joint).slice(0, longest).replace(/[_-]+$/, '')
  const bare = whole === '' ? instead : /^[a-z]/.test(whole) ? whole : `${instead}${joint}${whole}`.slice(0, longest)
  if (!taken(bare)) return bare
  for (let number = 2; ; number += 1) if (!taken(`${bare}${joint}${number}`)) return `${bare}${joint}${number}`
}
