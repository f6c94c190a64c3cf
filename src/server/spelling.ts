import { pinyin } from 'pinyin-pro'

/**
 * The pattern of texts in which syllables begin with the given letters (lower case) and digits, one after the other: 'szcl' finds 生猪出栏. A character
 * read in several ways is found by each; what is neither letter, digit nor Chinese may stand between. Made of character classes and `*` only.
 */
export const spelt = (letters: string): string => [...letters].map((letter) => `[${letter}${letter.toUpperCase()}${initials().get(letter) ?? ''}]`).join(between)

const between = '[^0-9A-Za-z一-龥]*'

const known: { initials?: ReadonlyMap<string, string> } = {}

/** The characters by the first letter of each of their readings; gathered once, when somebody first searches. */
const initials = (): ReadonlyMap<string, string> => (known.initials ??= gather())

const gather = (): ReadonlyMap<string, string> => {
  const found = new Map<string, Set<string>>()
  for (let code = 0x4e00; code <= 0x9fa5; code += 1) {
    const character = String.fromCharCode(code)
    for (const reading of pinyin(character, { multiple: true, toneType: 'none', type: 'array' })) {
      const letter = reading.normalize('NFD').charAt(0).toLowerCase()
      if (/[a-z]/.test(letter)) found.set(letter, (found.get(letter) ?? new Set()).add(character))
    }
  }
  return new Map([...found].map(([letter, characters]) => [letter, [...characters].join('')]))
}
