import { useSpeech } from '../../app/i18n.tsx'
import type { Item } from './item.ts'
import type { Desk } from './useDesk.ts'
import type { Field } from './work.ts'

/** What is wrong with a field of the item at hand: what the server said of it, else what an attempt to accept it showed. */
export const useItemProblem = (desk: Desk, item: Item): ((field: Field) => string | undefined) => {
  const { m, w } = useSpeech()
  const told = desk.work.refusals.get(item.id)
  return (field) => {
    const words = (sentAs[field] ?? [field]).map((name) => told?.get(name)).find((each) => each !== undefined)
    return words !== undefined ? w(words) : desk.problems.includes(field) ? m.source.problem[field] : undefined
  }
}

/** The names under which a field of the form is sent, where they are others. */
const sentAs: Partial<Readonly<Record<Field, readonly string[]>>> = { measure: ['measure', 'create', 'quote', 'offset'], text: ['text', 'quote', 'offset', 'kind'], deadline: ['deadline', 'deadlineText'] }
