import type { OutputOf } from '../../app/wire.ts'

type Marks = OutputOf<'remark.list'>['marks']

/** Remarks shown at once. */
export const remarksShown = 50

/** Where the page begins on which the remarks of a block are; the first where there are none of it. */
export const pageOfBlock = (marks: Marks, block: string, onlyOpen: boolean): number => {
  const of = ({ count, open }: Marks[number]): number => (onlyOpen ? open : count)
  const at = marks.findIndex((mark) => mark.block === block && of(mark) > 0)
  const before = marks.slice(0, Math.max(0, at)).reduce((sum, mark) => sum + of(mark), 0)
  return before - (before % remarksShown)
}
