import { approveThaw, askThaw, createFreeze, refuseThaw } from '../../api/freeze.ts'
import type { Change } from '../../core/ledger/change.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { freezeProblem, thawProblem } from '../../core/report/state.ts'
import type { Freeze } from '../../store/freezes.ts'
import { findFreezeById } from '../../store/freezes.ts'
import { movedPins } from '../../store/moved-pins.ts'
import type { ReportEntry } from '../../store/reports.ts'
import { findReportById, pinsOf } from '../../store/reports.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { loadSeen } from '../load-report.ts'
import { presentMovedPins } from '../present-report.ts'
import { reportErrors } from '../report-errors.ts'

/** A written report without errors is frozen before the congress: its figures pinned at this journal number, its text closed. */
export const createFreezeEndpoint = endpoint({
  route: createFreeze,
  load: async (ask, reader) => {
    const seen = await loadSeen(ask, reader)
    if (isRefusal(seen)) return seen
    const problem = freezeProblem(seen.report.state)
    if (problem !== undefined) return problem
    const errors = await reportErrors(ask, reader, seen.report)
    if (isRefusal(errors)) return errors
    if (errors > 0) return refuse('report-not-clean', { count: errors })
    return { report: seen.report, pins: await pinsOf(reader, ask.town.schema, ask.book, seen.report, ask.book.head) }
  },
  decide: ({ report, pins }, { input, today }) => ({
    changes: [
      { act: 'create', verb: createFreeze.verb, ledger: 'freeze', spans: [{ from: null, to: null, fields: { report: String(report.id), org: report.org, day: today, pins: JSON.stringify(pins), document: JSON.stringify(report.document), state: 'standing' } }] },
      stateChange(report, input.saw, createFreeze.verb, 'frozen'),
    ],
  }),
  present: (_, __, { id, journal }) => ({ freeze: id, journal }),
})

const stateChange = (report: ReportEntry, saw: number, verb: string, state: string): Change => ({ act: 'correct', verb, ledger: 'report', entry: report.id, saw, set: { state } })

/** A freeze that still stands, with its report. */
const loadFreeze = async ({ input, town, book }: Ask<{ readonly freeze: number }>, reader: Reader): Promise<{ readonly freeze: Freeze; readonly report: ReportEntry } | Refusal> => {
  const freeze = await findFreezeById(reader, town.schema, input.freeze)
  const report = freeze === undefined ? undefined : await findReportById(reader, town.schema, book, freeze.report)
  if (freeze === undefined || report === undefined) return refuse('not-found', { what: `#${input.freeze}` })
  return freeze.state === 'thawed' || report.state === 'archived' ? refuse('report-state', { state: report.state }) : { freeze, report }
}

const correct = ({ id }: Freeze, saw: number, verb: string, set: Readonly<Record<string, string | null>>): Change => ({ act: 'correct', verb, ledger: 'freeze', entry: id, saw, set })

export const askThawEndpoint = endpoint({
  route: askThaw,
  load: async (ask, reader) => {
    const seen = await loadFreeze(ask, reader)
    if (isRefusal(seen)) return seen
    return seen.freeze.state === 'standing' ? seen : refuse('nothing-changed')
  },
  decide: ({ freeze }, { input, caller }) => ({ reason: input.reason, changes: [correct(freeze, input.saw, askThaw.verb, { state: 'thaw-asked', asker: String(caller.person), reason: input.reason })] }),
  present: ({ freeze }, _, { journal }) => ({ freeze: freeze.id, journal }),
})

/** The report is drafted again in the name of who asked, with the approval of who decides; which figures moved while it was frozen is kept with the freeze, both values. */
export const approveThawEndpoint = endpoint({
  route: approveThaw,
  load: async (ask, reader) => {
    const seen = await loadFreeze(ask, reader)
    if (isRefusal(seen)) return seen
    const problem = thawProblem(seen.freeze.state, seen.freeze.asker, ask.caller.person)
    return problem ?? { ...seen, moved: presentMovedPins(seen.freeze.pins, await movedPins(reader, ask.town.schema, ask.book, seen.freeze.pins), ask.book.declared.measures) }
  },
  decide: ({ freeze, report, moved }, { input, caller }) => ({
    ...(freeze.reason === null ? {} : { reason: freeze.reason }),
    by: { person: freeze.asker ?? 0 },
    approvedBy: caller.person,
    changes: [correct(freeze, input.saw, approveThaw.verb, { state: 'thawed', approver: String(caller.person), moved: JSON.stringify({ moved }) }), stateChange(report, report.version, approveThaw.verb, 'draft')],
  }),
  present: ({ freeze }, _, { journal }) => ({ freeze: freeze.id, journal }),
})

export const refuseThawEndpoint = endpoint({
  route: refuseThaw,
  load: async (ask, reader) => {
    const seen = await loadFreeze(ask, reader)
    if (isRefusal(seen)) return seen
    return thawProblem(seen.freeze.state, seen.freeze.asker, ask.caller.person) ?? seen
  },
  decide: ({ freeze }, { input }) => ({ reason: input.reason, changes: [correct(freeze, input.saw, refuseThaw.verb, { state: 'standing', asker: null, reason: null })] }),
  present: ({ freeze }, _, { journal }) => ({ freeze: freeze.id, journal }),
})
