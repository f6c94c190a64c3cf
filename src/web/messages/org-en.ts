import type { orgWords as zh } from './org-zh.ts'

/** Words of the tree of organisations and of what changes it, in English. */
export const orgWords: typeof zh = {
  about: 'The order of the town changes from a day on; what happened before stays where it was.',
  acts: { create: 'Set up below', rename: 'Rename', move: 'Move', merge: 'Merge' },
  open: 'Change',
  openFor: (name) => `Change ${name}`,
  figures: {
    create: 'Entries may be made from this day; its figures roll up under its parent.',
    rename: 'The new name holds from this day. Figures do not change; sealed editions keep the old name.',
    move: 'Figures with a cutoff before this day stay with the present parent; from this day they roll up under the new one.',
    merge: 'Figures with a cutoff before this day stay as they are; from this day they roll up under the one chosen. A merger cannot be taken back.',
  },
  code: 'Code',
  codeHint: 'Letters, digits and . -; it never changes.',
  zh: 'Chinese name',
  en: 'English name',
  kind: 'Kind',
  parent: 'Parent',
  into: 'Into',
  from: 'From',
  ended: (day) => `ended ${day}`,
  merged: (day, name) => `merged into ${name} on ${day}`,
  done: (act, name, day) => `Entered in the book: ${act}, ${name}, from ${day}.`,
}
