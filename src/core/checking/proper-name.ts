import { commonWords } from '../reading/common-word.ts'

/** What of a noun phrase no plan's vocabulary explains: 桥三 of 桥三线工程, nothing of 污水管网改造工程. */
export const properIn = (phrase: string): string => commonWords.reduce((rest, words) => rest.replace(words, ''), phrase.replace(/[^一-鿿]/g, '')).replace(/[一二三四五六七八九十期]/g, '')

/** Whether a stretch of signs can only be a name: two of its signs are no common word, or one where villages, roads and rivers have their name. */
export const isProper = (phrase: string): boolean => {
  const size = properIn(phrase).length
  return size >= 2 || (size === 1 && /^.{2,4}[村路线街江河桥浦塘湖坝堤渠港]/.test(phrase))
}
