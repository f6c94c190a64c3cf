import type { z } from 'zod'
import type { RemarkOut } from '../../api/remark.ts'
import { answerRemark, createRemark, listRemarks, withdrawRemark } from '../../api/remark.ts'
import type { OrgTree } from '../../core/access/org-tree.ts'
import { mayUse } from '../../core/access/policy.ts'
import type { Change } from '../../core/ledger/change.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { answerProblem, withdrawProblem } from '../../core/report/remark.ts'
import { inTextOrder, markedBlocks } from '../../core/report/remark-order.ts'
import { namesOf } from '../../store/people.ts'
import type { Remark } from '../../store/remarks.ts'
import { findRemark, threadHeads, threadsOf } from '../../store/remarks.ts'
import { findReportById } from '../../store/reports.ts'
import { findSection } from '../../store/sections.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { orgName } from '../org-ref.ts'
import type { Caller } from '../posts.ts'
import { actorOf } from '../posts.ts'
import { fieldProblem } from '../read-scope.ts'

export const listRemarksEndpoint = endpoint({
  route: listRemarks,
  load: async ({ input, town, book }, reader) => {
    const report = await findReportById(reader, town.schema, book, input.report)
    if (report === undefined) return refuse('not-found', { what: `#${input.report}` })
    const heads = inTextOrder(await threadHeads(reader, town.schema, report.id), report.sections)
    const asked = input.state === 'open' ? heads.filter((each) => each.state === 'open') : heads
    const page = asked.slice(input.offset, input.offset + input.limit).map((each) => each.id)
    const said = await threadsOf(reader, town.schema, page)
    return { report, heads, total: asked.length, page, said, nameOf: await namesOf(reader, town.schema, said.map((each) => each.person)) }
  },
  present: ({ report, heads, total, page, said, nameOf }, { book, today, caller }) => {
    const tree = book.treeAt(today)
    const byId = new Map(said.map((each) => [each.id, each]))
    return {
      remarks: page.flatMap((id) => byId.get(id) ?? []).map((each) => presentRemark(each, said.filter((answer) => answer.about === each.id), tree, caller, nameOf)),
      total,
      marks: [...markedBlocks(heads)],
      can: { [createRemark.verb]: report.sections.length > 0 && report.state !== 'archived' && mayUse(caller.posts, createRemark.verb) },
    }
  },
})

export const createRemarkEndpoint = endpoint({
  route: createRemark,
  load: async ({ input, town, book }, reader) => {
    const section = await findSection(reader, town.schema, book, input.section)
    const report = section === undefined ? undefined : await findReportById(reader, town.schema, book, section.report)
    if (section === undefined || report === undefined) return refuse('not-found', { what: `#${input.section}` })
    if (report.state === 'archived') return refuse('report-state', { state: report.state })
    return section.blocks.some((block) => block.id === input.block) ? section : fieldProblem('block', 'not-found', { what: input.block })
  },
  decide: (section, { input, caller, book, today }) => ({
    changes: [
      said(createRemark.verb, caller, {
        report: String(section.report), section: String(section.id), block: input.block, ...(input.quote === undefined ? {} : { quote: input.quote }),
        org: orgOf(caller, book.treeAt(today)), day: today, text: input.text, state: 'open',
      }),
    ],
  }),
  present: (_, __, { id, journal }) => ({ remark: id, journal }),
})

export const answerRemarkEndpoint = endpoint({
  route: answerRemark,
  load: async (ask, reader) => {
    const remark = await loadRemark(ask, reader)
    return isRefusal(remark) ? remark : (answerProblem(ask.caller.posts, ask.caller.person, remark) ?? remark)
  },
  decide: (remark, { input, caller, book, today }) => ({
    changes: [
      said(answerRemark.verb, caller, { report: String(remark.report), section: String(remark.section), block: remark.block, org: orgOf(caller, book.treeAt(today)), day: today, text: input.text, about: String(remark.id), state: 'answered' }),
      ...(remark.state === 'answered' ? [] : [stateChange(remark, answerRemark.verb, 'answered')]),
    ],
  }),
  present: (_, __, { id, journal }) => ({ remark: id, journal }),
})

export const withdrawRemarkEndpoint = endpoint({
  route: withdrawRemark,
  load: async (ask, reader) => {
    const remark = await loadRemark(ask, reader)
    return isRefusal(remark) ? remark : (withdrawProblem(ask.caller.posts, ask.caller.person, remark) ?? remark)
  },
  decide: (remark) => ({ changes: [stateChange(remark, withdrawRemark.verb, 'withdrawn')] }),
  present: (remark, _, { journal }) => ({ remark: remark.id, journal }),
})

/** The remark a thread begins with. */
const loadRemark = async ({ input, town }: Ask<{ readonly remark: number }>, reader: Reader): Promise<Remark | Refusal> => {
  const remark = await findRemark(reader, town.schema, input.remark)
  return remark === undefined || remark.about !== null ? refuse('not-found', { what: `#${input.remark}` }) : remark
}

const said = (verb: string, caller: Caller, fields: Readonly<Record<string, string>>): Change => ({ act: 'create', verb, ledger: 'remark', spans: [{ from: null, to: null, fields: { ...fields, person: String(speaker(caller, verb)), origin: 'desk' } }] })

/** In whose name it is said: of her for whom a deputy stands in. */
const speaker = (caller: Caller, verb: string): number => {
  const by = actorOf(caller, verb)
  return by.actingFor ?? by.person
}

const stateChange = (remark: Remark, verb: string, state: string): Change => ({ act: 'correct', verb, ledger: 'remark', entry: remark.id, saw: remark.version, set: { state } })

const orgOf = (caller: Caller, tree: OrgTree): string => caller.posts[0]?.org ?? tree.root

const presentSaid = (remark: Remark, tree: OrgTree, nameOf: (person: number) => string) => ({ entry: remark.id, text: remark.text, by: nameOf(remark.person), org: remark.org, orgName: orgName(tree, remark.org), day: remark.day, recordedAt: remark.recordedAt })

const presentRemark = (remark: Remark, answers: readonly Remark[], tree: OrgTree, caller: Caller, nameOf: (person: number) => string): z.input<typeof RemarkOut> => ({
  ...presentSaid(remark, tree, nameOf),
  section: remark.section,
  block: remark.block,
  quote: remark.quote,
  state: remark.state,
  origin: remark.origin,
  author: remark.author,
  answers: answers.map((answer) => presentSaid(answer, tree, nameOf)),
  can: {
    [answerRemark.verb]: answerProblem(caller.posts, caller.person, remark) === undefined,
    [withdrawRemark.verb]: mayUse(caller.posts, withdrawRemark.verb) && withdrawProblem(caller.posts, caller.person, remark) === undefined,
  },
})
