import type { z } from 'zod'
import type { SupervisionOut } from '../api/instruction.ts'
import type { SupervisionAct } from '../core/report/supervision.ts'
import { isOverdue, supervisionProblem } from '../core/report/supervision.ts'
import type { Supervision } from '../store/instructions.ts'
import type { Ask } from './endpoint.ts'
import { orgName } from './org-ref.ts'

const acts: readonly SupervisionAct[] = ['supervision.sign', 'supervision.report', 'supervision.close']

/** A supervision item with what the caller may do about it, and whether it is late today. */
export const presentSupervision = (item: Supervision, { book, today, caller }: Pick<Ask<unknown>, 'book' | 'today' | 'caller'>): z.input<typeof SupervisionOut> => {
  const { id, version, number, instruction, org, day, due, content, progress, state } = item
  return {
    entry: id, version, number, instruction, org, day, due, content, progress, state,
    orgName: orgName(book.treeAt(today), org),
    overdue: isOverdue(item, today),
    can: Object.fromEntries(acts.map((act) => [act, supervisionProblem(caller.posts, act, item) === undefined])),
  }
}
