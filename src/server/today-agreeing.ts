import type { z } from 'zod'
import type { readToday } from '../api/today.ts'
import { approveThaw } from '../api/freeze.ts'
import { acceptProposal } from '../api/proposal.ts'
import { answerRemark } from '../api/remark.ts'
import { isOfficePost, mayUse } from '../core/access/policy.ts'
import { thawProblem } from '../core/report/state.ts'
import { askedThaws } from '../store/freezes.ts'
import { waitingProposals } from '../store/proposals.ts'
import { waitingRemarks } from '../store/remarks.ts'
import { listReports } from '../store/reports.ts'
import type { Ask, Reader } from './endpoint.ts'

/** What of agreeing waits for the caller: thaws, remarks in her sections, proposals. */
export const loadAgreeing = async ({ town, caller }: Ask<unknown>, reader: Reader) => {
  const { posts, person } = caller
  const orgs = posts.filter((post) => isOfficePost(post) || post.role === 'office').map((post) => post.org)
  const thaws = mayUse(posts, approveThaw.verb) ? (await askedThaws(reader, town.schema)).filter((freeze) => thawProblem(freeze.state, freeze.asker, person) === undefined) : []
  const remarks = mayUse(posts, answerRemark.verb) ? await waitingRemarks(reader, town.schema, orgs, person) : []
  const reports = thaws.length === 0 && remarks.length === 0 ? [] : await listReports(reader, town.schema)
  return {
    thaws,
    remarks,
    proposals: mayUse(posts, acceptProposal.verb) ? await waitingProposals(reader, town.schema) : [],
    reports: new Map(reports.map((report) => [report.id, report])),
    people: [...thaws.map((freeze) => freeze.asker), ...remarks.map((remark) => remark.person)],
  }
}

type Waiting = Pick<z.input<typeof readToday.output>, 'thaws' | 'remarks' | 'proposals'>

export const presentAgreeing = ({ thaws, remarks, proposals, reports }: Awaited<ReturnType<typeof loadAgreeing>>, nameOf: (person: number) => string): Waiting => ({
  thaws: thaws.flatMap((freeze) => {
    const report = reports.get(freeze.report)
    return report === undefined ? [] : [{ title: report.title, period: report.period, asker: nameOf(freeze.asker ?? 0), reason: freeze.reason }]
  }),
  remarks: remarks.flatMap((remark) => {
    const report = reports.get(remark.report)
    return report === undefined ? [] : [{ entry: remark.id, period: report.period, by: remark.author ?? nameOf(remark.person), quote: remark.quote, text: remark.text, recordedAt: remark.recordedAt }]
  }),
  proposals: [...proposals],
})
