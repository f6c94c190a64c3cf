import type { Actor, AnswerAct, Standing } from '../core/collecting/answer.ts'
import { answerProblem } from '../core/collecting/answer.ts'
import { answersOpen } from '../core/collecting/own-office.ts'
import type { Figure } from '../core/measure/figure.ts'
import type { Told } from '../core/report/print.ts'
import { boundMeasures } from '../core/report/runs.ts'
import { isWriting } from '../core/report/state.ts'
import { mayUse, roles } from '../core/access/policy.ts'
import { period as periodOf } from '../core/time/period.ts'
import type { Refusal } from '../core/refusal/refusal.ts'
import { refuse } from '../core/refusal/refusal.ts'
import type { Answer } from '../store/answers.ts'
import { findAnswers } from '../store/answers.ts'
import type { FigureScope } from '../store/figures.ts'
import { findFreeze } from '../store/freezes.ts'
import { namesOf } from '../store/people.ts'
import type { PostHolder } from '../store/post-holders.ts'
import { findPostHolders } from '../store/post-holders.ts'
import { tellMeasures } from '../store/tell-report.ts'
import type { Ask, Reader } from './endpoint.ts'
import { actorFor } from './posts.ts'

type Asking = Omit<Ask<unknown>, 'input'>

/** All that is told beside some answers of one report: their figures, and who may write and confirm them. */
export type AnswersSeen = { readonly scope: FigureScope; readonly figures: ReadonlyMap<string, Figure>; readonly told: ReadonlyMap<string, Told>; readonly holders: readonly PostHolder[]; readonly nameOf: (person: number) => string }

/** Offices whose answers the caller may open; undefined where she may open all. */
export const answersOf = ({ caller, book, today }: Asking): readonly string[] | undefined => answersOpen(caller.posts, book.treeAt(today))

/** One answer, if it is of the caller's office or she looks after all. */
export const loadAnswer = async (ask: Asking, reader: Reader, id: number): Promise<Answer | Refusal> => {
  const [answer] = await findAnswers(reader, ask.town.schema, { id, orgs: answersOf(ask) })
  return answer ?? refuse('not-found', { what: `#${id}` })
}

/** Reads what some answers of one report ask for and bind, with the figures of a frozen report as they were frozen. */
export const loadBeside = async (ask: Asking, reader: Reader, of: Pick<Answer, 'report' | 'reportOrg' | 'period'>, answers: readonly Answer[]): Promise<AnswersSeen> => {
  const { town, book } = ask
  const period = periodOf(of.period)
  const freeze = await findFreeze(reader, town.schema, of.report)
  const measures = [...new Set(answers.flatMap((answer) => [...answer.asked, ...boundMeasures(answer)]))]
  const { scope, figures, told } = await tellMeasures(reader, town.schema, book, measures, { period, org: of.reportOrg, cutoff: period.to, asOf: freeze?.pins.asOf ?? book.head })
  const holders = await findAnswerers(ask, reader)
  const nameOf = await namesOf(reader, town.schema, answers.flatMap((answer) => [answer.writer, answer.confirmer]))
  return { scope, figures: new Map(figures.map((figure) => [figure.measure, figure])), told, holders, nameOf }
}

/** Everybody who may write or confirm an answer of some office today. */
export const findAnswerers = ({ town, today }: Asking, reader: Reader): Promise<readonly PostHolder[]> => findPostHolders(reader, town.schema, answering, today)

const answering = roles.filter((role) => mayUse([{ role: role.key, org: '' }], 'answer.write') || mayUse([{ role: role.key, org: '' }], 'answer.confirm')).map((role) => role.key)

export const standingOf = ({ state, org, due, writer, reminded, callState, reportState, sectionGone }: Answer): Standing => ({ state, org, due, writer, reminded, collecting: callState === 'open', open: isWriting(reportState), placed: !sectionGone })

export const actorIn = ({ caller, book, today }: Asking): Actor => ({ person: caller.person, posts: caller.posts, tree: book.treeAt(today) })

/** In whose name a step is taken: her own where one of her own posts reaches this answer, else that of whom she stands in for. */
export const actingOn = (act: AnswerAct, answer: Answer, ask: Asking) =>
  actorFor(ask.caller, (posts) => answerProblem(act, standingOf(answer), { ...actorIn(ask), posts }, ask.today) === undefined)
