import type { linkingWords as zh } from './linking-zh.ts'

/** Words of links between registers, in English. */
export const linkingWords: typeof zh = {
  find: 'Type a name, code, pinyin initials or number',
  finding: 'Looking',
  none: 'Nothing found in the register',
  more: 'The first 20 are shown; type a little more',
  notOpen: 'This register is not open to you, so nothing can be found by name.',
  filled: (entry: number) => `From the register, #${entry}; may be changed`,
  savedAbout: 'Cells of forms that were filled from a register and that nobody had to type. Added up by month only, never by person.',
  savedTotal: (cells: string) => `${cells} in all`,
  savedNone: 'Nothing has been filled from a register yet.',
  month: 'Month',
  cells: 'Cells',
}
