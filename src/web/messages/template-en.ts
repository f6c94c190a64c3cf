import type { templateWords as zh } from './template-zh.ts'

/** Words of the layouts a report may be exported in, in English. */
export const templateWords: typeof zh = {
  title: 'Layout templates',
  about: 'Upload a .docx of the town, and a report can be exported with its page, headers, footers and styles. The text, comments and pictures of its body do not come into the report.',
  none: 'There are no templates yet; everything is exported in the standard official layout.',
  add: 'Upload a template',
  name: 'Name',
  nameHint: 'What it is chosen by when exporting, such as "Town letterhead".',
  file: 'File',
  fileHint: 'A .docx without macros, up to 20 MB.',
  tooLarge: 'The file is larger than 20 MB. A layout needs no pictures in its text; take them out and try again.',
  day: 'Uploaded on',
  size: 'Size',
  acts: 'Acts',
  remove: 'Remove',
  removeOf: (title) => `Remove "${title}"`,
  removeAbout: 'It can be chosen no more; files already exported stay as they are.',
  reason: 'Reason',
  standard: 'Standard official layout',
}
