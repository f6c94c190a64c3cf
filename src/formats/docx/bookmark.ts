import type { XmlComponent } from 'docx'
import { element } from './element.ts'

/**
 * Names of bookmarks by which parts of a report are known again in a file that was edited. Word keeps those that begin with a line
 * below and does not list them; it takes letters, digits and lines below, at most 40 characters.
 */
export const bookmarkName = {
  block: (id: string): string | undefined => (id.length > longest - blockPrefix.length ? undefined : `${blockPrefix}${id.replaceAll('-', '_')}`),
  /** Around one control: the number of its tag, and its own. LibreOffice keeps controls and forgets their tags; bookmarks it keeps. */
  control: (tag: number, own: number): string => `_f_${tag}_${own}`,
  title: '_t_title',
  subtitle: '_t_subtitle',
  /** Stands where the text of the report is over: what follows (record of the edition, list of restated numbers) is none of it. */
  end: '_t_end',
} as const

/** The id of the block a bookmark stands for; undefined for any other bookmark. */
export const blockOfBookmark = (name: string): string | undefined => {
  const id = name.startsWith(blockPrefix) ? name.slice(blockPrefix.length).toLowerCase().replaceAll('_', '-') : ''
  return /^[a-z0-9-]{1,40}$/.test(id) ? id : undefined
}

/** The number of the tag a bookmark stands for; a copy is named after what it was copied from. */
export const tagOfBookmark = (name: string): string | undefined => /^_f_(\d{1,6})_\d/i.exec(name)?.[1]

/** Content between the ends of a bookmark; `number` must be unique in the document. */
export const bookmarked = (name: string | undefined, number: number, content: readonly XmlComponent[]): readonly XmlComponent[] =>
  name === undefined ? content : [element('w:bookmarkStart', { 'w:id': number, 'w:name': name }), ...content, element('w:bookmarkEnd', { 'w:id': number })]

const blockPrefix = '_b_'
const longest = 40
