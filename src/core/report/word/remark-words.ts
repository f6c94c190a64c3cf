import type { WordRemark } from './word-document.ts'

/** A comment or a tracked change as the words of a remark, at most 2,000 characters. */
export const remarkWords = ({ kind, text }: Pick<WordRemark, 'kind' | 'text'>): string => {
  const words = [...text.trim()].slice(0, longest).join('')
  return kind === 'comment' ? words : kind === 'inserted' ? `增加“${words}”` : `删去“${words}”`
}

const longest = 1900
