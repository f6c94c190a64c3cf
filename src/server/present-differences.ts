import type { DifferenceOut } from '../api/call.ts'
import { differences } from '../core/collecting/difference-board.ts'
import type { Measure } from '../core/measure/measure.ts'
import type { Decimal } from '../core/quantity/decimal.ts'
import { printQuantity } from '../core/quantity/wording.ts'
import type { Words } from '../core/words.ts'
import { words } from '../core/words.ts'
import type { Answer } from '../store/answers.ts'
import type { Ask } from './endpoint.ts'
import type { AnswersSeen } from './load-answers.ts'
import { orgName } from './org-ref.ts'

/** The figures of a call that are told differently, every value in the unit of its measure. An office that is still only asked tells nothing. */
export const presentDifferences = (answers: readonly Answer[], { figures, nameOf }: AnswersSeen, { book, today }: Omit<Ask<unknown>, 'input'>): DifferenceOut[] => {
  const tree = book.treeAt(today)
  const { measures } = book.declared
  const known = new Map([...figures].flatMap(([key, figure]) => {
    const measure = measures.get(key)
    return measure === undefined ? [] : [[key, { exact: figure.exact, display: measure.display }] as const]
  }))
  const tellings = answers.filter((answer) => answer.state !== 'asked').map(({ id, org, writer, told }) => ({ answer: id, org, writer, values: told }))
  return differences(tellings, known).flatMap((difference) => {
    const measure = measures.get(difference.measure)
    if (measure === undefined) return []
    const text = (base: Decimal | null): Words | null => (base === null ? null : exactText(base, measure))
    const sides = difference.sides.map((side) => ({ answer: side.answer, orgName: orgName(tree, side.org), writer: side.writer === null ? null : nameOf(side.writer), asBook: side.own === null, value: text(side.base), reason: side.own?.reason ?? null }))
    return [{ measure: measure.key, title: measure.title, owner: orgName(tree, measure.owner), book: text(difference.book), sides }]
  })
}

const exactText = (base: Decimal, { display }: Measure): Words => {
  const exact = { ...display, wording: undefined, decimals: 12 }
  return words(printQuantity(base, exact, 'zh').text, printQuantity(base, exact, 'en').text)
}
