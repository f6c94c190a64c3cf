import { readXml } from '../document/xml.ts'

/** A comment of a Word file: who wrote it, when (ISO 8601), and its words, a paragraph a line. */
export type Comment = { readonly author: string; readonly date: string; text: string }

/** The comments of a file by their ids; undefined when the part is not well-formed. */
export const readComments = (xml: string): ReadonlyMap<string, Comment> | undefined => {
  const comments = new Map<string, Comment>()
  let comment: Comment | undefined
  let listening = false
  const sound = readXml(xml, {
    open: (name, attribute) => {
      if (name === 'w:comment') {
        comment = { author: attribute('author') ?? '', date: attribute('date') ?? '', text: '' }
        comments.set(attribute('id') ?? '', comment)
      } else if (name === 'w:p' && comment !== undefined && comment.text !== '') comment.text += '\n'
      else if (name === 'w:t') listening = true
    },
    close: (name) => {
      if (name === 'w:t') listening = false
      else if (name === 'w:comment') comment = undefined
    },
    text: (text) => {
      if (listening && comment !== undefined) comment.text += text
    },
  })
  return sound ? comments : undefined
}
