import type { Field } from '../ledger/field.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Day } from '../time/day.ts'
import { yearOf } from '../time/day.ts'
import { words } from '../words.ts'

/** What a supervision item is raised from (立项来源). */
export const supervisionSources = ['meeting', 'instruction', 'report', 'superior', 'advice'] as const
export type SupervisionSource = (typeof supervisionSources)[number]

/** Fields by which a ledger of matters can take supervision items: what an instruction starts is entered there. */
export const supervisionFields: readonly Field[] = [
  { key: 'number', title: words('编号', 'Number'), kind: 'text', required: true, maxLength: 40 },
  {
    key: 'source', title: words('立项来源', 'Raised from'), kind: 'choice', required: true,
    choices: [
      { key: 'meeting', title: words('会议', 'meeting') }, { key: 'instruction', title: words('批示', 'instruction') }, { key: 'report', title: words('报告', 'report') },
      { key: 'superior', title: words('上级交办', 'higher level') }, { key: 'advice', title: words('建议', 'suggestion') },
    ],
  },
  { key: 'instruction', title: words('批示', 'Instruction'), kind: 'reference', ledger: 'instruction' },
  { key: 'content', title: words('事项', 'What is asked'), kind: 'note', required: true, maxLength: 1000 },
]

/** The step by which an item is given to who is to act. */
export const assignStep = 'assign'

/** The ledger that takes supervision items: the first with a procedure that assigns and the fields of an item; a town may have none. */
export const supervisionLedger = (ledgers: Iterable<Ledger>): Ledger | undefined => {
  for (const ledger of ledgers)
    if (ledger.procedure?.steps.some(({ key }) => key === assignStep) === true && supervisionFields.every((wanted) => ledger.fields.some(({ key, kind }) => key === wanted.key && kind === wanted.kind))) return ledger
  return undefined
}

/** The next number of a year's one series: 督〔2023〕4号 after 3. */
export const nextNumber = (today: Day, standing: readonly string[]): string => {
  const year = yearOf(today)
  const taken = standing.flatMap((number) => {
    const found = /^督〔(\d{4})〕(\d+)号$/.exec(number)
    return found !== null && Number(found[1]) === year ? [Number(found[2])] : []
  })
  return `督〔${year}〕${Math.max(0, ...taken) + 1}号`
}
