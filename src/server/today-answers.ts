import type { z } from 'zod'
import type { AnswerWaiting, TodayAnswers } from '../api/today.ts'
import { mayUse } from '../core/access/policy.ts'
import { availableOn } from '../core/collecting/answer.ts'
import { isLate, isOwed } from '../core/collecting/answer-state.ts'
import { isOwnOffice } from '../core/collecting/own-office.ts'
import type { Answer } from '../store/answers.ts'
import { findAnswers } from '../store/answers.ts'
import type { Ask, Reader } from './endpoint.ts'
import { actorIn, answersOf, standingOf } from './load-answers.ts'
import { orgName } from './org-ref.ts'

type Asking = Omit<Ask<unknown>, 'input'>

/** Answers of open calls the caller has to do with: those of her offices, and all for the town office, which asked. */
export const loadWaitingAnswers = async (ask: Asking, reader: Reader): Promise<readonly Answer[]> =>
  ['answer.write', 'answer.accept'].some((verb) => mayUse(ask.caller.posts, verb)) ? findAnswers(reader, ask.town.schema, { open: true, orgs: answersOf(ask) }) : []

/** What of them waits for her: to write, to confirm, to accept; and whom the town office still waits for. */
export const presentWaitingAnswers = (answers: readonly Answer[], ask: Asking): z.input<typeof TodayAnswers> => {
  const actor = actorIn(ask)
  const waiting = answers.map((answer) => ({ answer, may: availableOn(standingOf(answer), actor, ask.today), own: ask.caller.posts.some((post) => isOwnOffice(post, answer.org, actor.tree)) }))
  const told = (which: (each: (typeof waiting)[number]) => boolean) => waiting.filter(which).map((each) => presentWaiting(each.answer, ask))
  return {
    write: told(({ answer, may, own }) => own && may.write && answer.state !== 'written'),
    confirm: told(({ may }) => may.confirm),
    accept: told(({ may }) => may.accept),
    owed: mayUse(ask.caller.posts, 'answer.remind') ? told(({ answer }) => isOwed(answer.state)) : [],
  }
}

const presentWaiting = ({ id, call, callTitle, sectionTitle, org, due, state, remark, reminders }: Answer, { book, today }: Asking): z.input<typeof AnswerWaiting> => ({
  entry: id, call, callTitle, sectionTitle, orgName: orgName(book.treeAt(today), org), due, late: isLate({ state, due }, today), state, remark: state === 'returned' ? remark : null, reminders,
})
