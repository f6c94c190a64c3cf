import type { AnswerRef } from '../api/answer.ts'
import type { AnswerAct } from '../core/collecting/answer.ts'
import { answerActs, availableOn } from '../core/collecting/answer.ts'
import { isLate } from '../core/collecting/answer-state.ts'
import { printedLength } from '../core/collecting/answer-length.ts'
import { missingValues } from '../core/collecting/missing-values.ts'
import { answerersOf } from '../core/collecting/own-office.ts'
import type { Answer } from '../store/answers.ts'
import type { Ask } from './endpoint.ts'
import type { AnswersSeen } from './load-answers.ts'
import { actorIn, standingOf } from './load-answers.ts'
import { orgName } from './org-ref.ts'

type Asking = Omit<Ask<unknown>, 'input'>

/** Which steps of an answer the caller may take now, by their verbs. */
export const answerCan = (answer: Answer, ask: Asking): Record<string, boolean> => {
  const available = availableOn(standingOf(answer), actorIn(ask), ask.today)
  return Object.fromEntries(answerActs.map((act: AnswerAct) => [`answer.${act}`, available[act]]))
}

/** Where an answer stands, as the wire tells it. */
export const presentAnswer = (answer: Answer, { figures, told, holders, nameOf }: AnswersSeen, ask: Asking): AnswerRef => {
  const tree = ask.book.treeAt(ask.today)
  const { writers, heads } = answerersOf(answer.org, holders, tree)
  const { id, version, call, callTitle, section, sectionTitle, org, due, state, nothing, budget, remark, reminders, reminded } = answer
  const name = (person: number | null): string | null => (person === null ? null : nameOf(person))
  return {
    entry: id, version, call, callTitle, section, sectionTitle, org, orgName: orgName(tree, org), due, state, late: isLate({ state, due }, ask.today), nothing, budget,
    length: printedLength(answer.blocks, told),
    missing: missingValues(answer.asked, figures, ask.book.declared.measures).length,
    asked: answer.asked.length,
    writer: name(answer.writer),
    confirmer: name(answer.confirmer),
    remark: state === 'returned' || state === 'written' ? remark : null,
    reminders, reminded,
    people: { writers: [...new Set(writers.map((each) => each.name))], heads: [...new Set(heads.map((each) => each.name))] },
    can: answerCan(answer, ask),
  }
}
