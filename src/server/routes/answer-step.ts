import { randomUUID } from 'node:crypto'
import { acceptAnswer, confirmAnswer, remindAnswers, returnAnswer, writeAnswer } from '../../api/answer.ts'
import type { AnswerAct } from '../../core/collecting/answer.ts'
import { answerProblem } from '../../core/collecting/answer.ts'
import { printedLength } from '../../core/collecting/answer-length.ts'
import { answerProblems } from '../../core/collecting/answer-problems.ts'
import { answerSteps } from '../../core/collecting/answer-steps.ts'
import { putInSection } from '../../core/collecting/put-in-section.ts'
import type { Change } from '../../core/ledger/change.ts'
import type { Fields } from '../../core/ledger/value.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import type { Answer } from '../../store/answers.ts'
import { findAnswers } from '../../store/answers.ts'
import { findSections } from '../../store/sections.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { actingOn, actorIn, answersOf, loadAnswer, loadBeside, standingOf } from '../load-answers.ts'
import { explainStaleAnswer, explainStaleSection } from '../stale-answer.ts'

/** The answer a step is taken on, if this person may take it now. One that moved on since she opened it is told as such first. */
const loadStep = async (act: AnswerAct, ask: Ask<{ readonly answer: number; readonly saw: number }>, reader: Reader, yours: Readonly<Record<string, unknown>> = {}): Promise<Answer | Refusal> => {
  const answer = await loadAnswer(ask, reader, ask.input.answer)
  if (isRefusal(answer)) return answer
  const problem = answerProblem(act, standingOf(answer), actorIn(ask), ask.today)
  if (problem?.code === 'forbidden') return problem
  if (answer.version !== ask.input.saw) return explainStaleAnswer(reader, refuse('stale-version', { entry: answer.id, version: answer.version, saw: ask.input.saw }), ask, yours)
  return problem ?? answer
}

const step = (act: AnswerAct, answer: number, saw: number, set: Fields): Change => ({ act: 'correct', verb: `answer.${act}`, ledger: 'answer', entry: answer, saw, set })

const textOf = ({ blocks, told, nothing }: { readonly blocks: readonly unknown[]; readonly told: readonly unknown[]; readonly nothing: boolean }) => ({ blocks, told, nothing })

export const writeAnswerEndpoint = endpoint({
  route: writeAnswer,
  load: async (ask, reader) => {
    const answer = await loadStep('write', ask, reader, textOf(ask.input))
    if (isRefusal(answer)) return answer
    const problems = answerProblems(ask.input, answer.asked, ask.book.declared.measures)
    if (problems.length > 0) return refuse('bad-input', {}, problems)
    const { told } = await loadBeside(ask, reader, answer, [{ ...answer, blocks: ask.input.blocks }])
    return { answer, length: printedLength(ask.input.blocks, told) }
  },
  decide: ({ answer }, ask) => ({ by: actingOn('write', answer, ask), changes: [step('write', answer.id, ask.input.saw, answerSteps.write(ask.input, ask.caller.person))] }),
  explain: (refusal, _, ask) => explainStaleAnswer(ask.town.db.pool, refusal, ask, textOf(ask.input)),
  present: ({ answer, length }, _, { journal }) => ({ answer: answer.id, journal, length, over: answer.budget !== null && length > answer.budget }),
})

export const confirmAnswerEndpoint = endpoint({
  route: confirmAnswer,
  load: (ask, reader) => loadStep('confirm', ask, reader),
  decide: (answer, ask) => ({ by: actingOn('confirm', answer, ask), changes: [step('confirm', answer.id, ask.input.saw, answerSteps.confirm(ask.caller.person))] }),
  explain: (refusal, _, ask) => explainStaleAnswer(ask.town.db.pool, refusal, ask, {}),
  present: (answer, _, { journal }) => ({ answer: answer.id, journal }),
})

export const returnAnswerEndpoint = endpoint({
  route: returnAnswer,
  load: (ask, reader) => loadStep('return', ask, reader, { remark: ask.input.remark }),
  decide: (answer, ask) => ({ by: actingOn('return', answer, ask), reason: ask.input.remark, changes: [step('return', answer.id, ask.input.saw, answerSteps.return(ask.input.remark))] }),
  explain: (refusal, _, ask) => explainStaleAnswer(ask.town.db.pool, refusal, ask, { remark: ask.input.remark }),
  present: (answer, _, { journal }) => ({ answer: answer.id, journal }),
})

/** The text enters its section in the same change set as the answer is accepted; of nothing to report the section keeps what it says. */
export const acceptAnswerEndpoint = endpoint({
  route: acceptAnswer,
  load: async (ask, reader) => {
    const answer = await loadStep('accept', ask, reader)
    if (isRefusal(answer)) return answer
    const sections = await findSections(reader, ask.town.schema, ask.book, answer.report)
    const section = sections.find((each) => each.id === answer.section)
    if (section === undefined) return refuse('section-gone')
    if (section.version !== ask.input.section) return explainStaleSection(reader, ask, answer)
    return { answer, section, taken: new Set(sections.flatMap((each) => each.blocks.flatMap((block) => block.id ?? []))) }
  },
  decide: ({ answer, section, taken }, { input, today }) => {
    const accepted = step('accept', answer.id, input.saw, answerSteps.accept())
    if (answer.blocks.length === 0) return { changes: [accepted] }
    const blocks = putInSection(section.blocks, answer.blocks, input.mode, randomUUID, taken)
    return { changes: [accepted, { act: 'correct', verb: acceptAnswer.verb, ledger: 'section', entry: section.id, saw: section.version, set: { document: JSON.stringify({ blocks }), day: today } }] }
  },
  explain: async (refusal, { answer }, ask) =>
    refusal.code === 'stale-version' && refusal.details['entry'] === answer.section ? explainStaleSection(ask.town.db.pool, ask, answer) : explainStaleAnswer(ask.town.db.pool, refusal, ask, {}),
  present: ({ answer }, _, { journal }) => ({ answer: answer.id, journal }),
})

export const remindAnswersEndpoint = endpoint({
  route: remindAnswers,
  load: async (ask, reader) => {
    const { input, town, today } = ask
    const found = new Map((await findAnswers(reader, town.schema, { call: input.call, orgs: answersOf(ask) })).map((answer) => [answer.id, answer]))
    if (found.size === 0) return refuse('not-found', { what: `#${input.call}` })
    const chosen = [...new Set(input.answers)].map((id) => found.get(id) ?? id)
    const problems = chosen.flatMap((each, at) => {
      const problem = typeof each === 'number' ? refuse('not-found', { what: `#${each}` }) : answerProblem('remind', standingOf(each), actorIn(ask), today)
      return problem === undefined ? [] : [{ field: `answers.${at}`, code: problem.code, details: problem.details }]
    })
    return problems.length > 0 ? refuse('bad-input', {}, problems) : chosen.filter((each) => typeof each !== 'number')
  },
  decide: (answers, { today }) => ({ changes: answers.map(({ id, version, reminders }) => step('remind', id, version, answerSteps.remind(reminders, today))) }),
  explain: async (refusal) => (refusal.code === 'stale-version' ? refuse('book-moved') : refusal),
  present: (answers, _, { journal }) => ({ reminded: answers.length, journal }),
})
