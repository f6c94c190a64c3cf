import type { Block } from '../report/document.ts'
import { boundMeasures } from '../report/runs.ts'
import { cutSections } from '../report/section.ts'

/**
 * What a section said last time: of an earlier report the section under the same heading, its number aside, else the one that shares most
 * measures with this one. Of it the paragraphs about the measures asked for; all of it where none is.
 */
export const lastTime = (section: readonly Block[], asked: readonly string[], before: readonly Block[]): readonly Block[] => {
  const cut = cutSections(before)
  const found = cut.find((each) => headOf(each) !== '' && headOf(each) === headOf(section)) ?? mostShared(cut, new Set([...asked, ...boundMeasures({ blocks: section })]))
  const text = (found ?? []).filter((block) => block.kind !== 'heading')
  const own = text.filter((block) => boundMeasures({ blocks: [block] }).some((key) => asked.includes(key)))
  return own.length > 0 ? own : text
}

const headOf = ([first]: readonly Block[]): string => (first?.kind === 'heading' ? first.text.replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．]|（\d+）)\s*/, '') : '')

const mostShared = (cut: readonly (readonly Block[])[], measures: ReadonlySet<string>): readonly Block[] | undefined => {
  const shared = (blocks: readonly Block[]): number => boundMeasures({ blocks }).filter((key) => measures.has(key)).length
  const best = cut.toSorted((a, b) => shared(b) - shared(a))[0]
  return best === undefined || shared(best) === 0 ? undefined : best
}
