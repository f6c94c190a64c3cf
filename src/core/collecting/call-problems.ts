import type { OrgTree } from '../access/org-tree.ts'
import type { Measure } from '../measure/measure.ts'
import type { FieldProblem } from '../refusal/refusal.ts'
import type { Day } from '../time/day.ts'
import type { Part } from './proposed-parts.ts'

/** A call about to be sent. */
export type CallDraft = { readonly due: Day; readonly parts: readonly Part[] }

/** What a call is held against: the report's sections, and which offices have someone to write and someone else to confirm, and which call asks an office for a section already. */
export type CallGround = { readonly today: Day; readonly tree: OrgTree; readonly sections: ReadonlySet<number>; readonly measures: ReadonlyMap<string, Measure>; readonly answers: (org: string) => boolean; readonly askedIn: (part: Part) => string | undefined }

/** What is wrong with a call, each at its field. */
export const callProblems = ({ due, parts }: CallDraft, ground: CallGround): readonly FieldProblem[] => [
  ...(due < ground.today ? [{ field: 'due', code: 'due-past' as const, details: { day: ground.today } }] : []),
  ...parts.flatMap((part, at) => partProblems(part, at, parts, ground)),
]

const partProblems = ({ section, org, measures }: Part, at: number, parts: readonly Part[], ground: CallGround): readonly FieldProblem[] => {
  const problem = (field: string, code: FieldProblem['code'], details: FieldProblem['details']): FieldProblem => ({ field: `parts.${at}.${field}`, code, details })
  const already = ground.askedIn({ section, org, measures })
  const unknown = measures.find((key) => !ground.measures.has(key))
  return [
    ...(ground.sections.has(section) ? [] : [problem('section', 'not-found', { what: `#${section}` })]),
    ...orgProblems(org, ground).map(([code, details]) => problem('org', code, details)),
    ...(parts.findIndex((each) => each.section === section && each.org === org) === at ? [] : [problem('org', 'asked-twice', {})]),
    ...(already === undefined ? [] : [problem('org', 'asked-already', { call: already, org: ground.tree.orgs.get(org)?.zh ?? org })]),
    ...(unknown === undefined ? [] : [problem('measures', 'not-found', { what: unknown })]),
  ]
}

const orgProblems = (code: string, { tree, today, answers }: CallGround): readonly (readonly [FieldProblem['code'], FieldProblem['details']])[] => {
  const org = tree.orgs.get(code)
  if (org === undefined || org.kind !== 'office') return [['not-org', { value: code }]]
  if (org.to !== null && org.to <= today) return [['org-ended', { org: org.zh }]]
  return answers(code) ? [] : [['nobody-answers', { org: org.zh }]]
}
