import type { linkingWords as zh } from './linking-zh.ts'

/** Words of links between registers, in English. */
export const linkingWords: typeof zh = {
  find: 'Type a name, code, pinyin initials or number',
  finding: 'Looking',
  none: 'Nothing found in the register',
  more: 'The first 20 are shown; type a little more',
  notOpen: 'This register is not open to you, so nothing can be found by name.',
  filled: (entry: number) => `From the register, #${entry}; may be changed`,
  savedAbout: 'Cells that the book filled in forms from above, and that registers filled in entries, so that nobody had to type them. Added up by month only, never by person; of a form filled again for the same period the last time counts.',
  savedTotal: (cells: string) => `${cells} in all`,
  savedNone: 'Nothing has been filled by the book or from a register yet.',
  month: 'Month',
  formCells: 'Forms from above',
  entryCells: 'Entries',
}
