import { compareEntry } from '../../api/entry-compare.ts'
import { lastSpan } from '../../core/ledger/entry.ts'
import type { Entry } from '../../core/ledger/entry.ts'
import { compareEntries } from '../../core/ledger/compare-entries.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import { getField } from '../../core/ledger/ledger.ts'
import type { LedgerRights } from '../../core/access/ledger-rights.ts'
import type { OrgTree } from '../../core/access/org-tree.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import type { Words } from '../../core/words.ts'
import { words } from '../../core/words.ts'
import { resolveAsOf } from '../../store/as-of.ts'
import type { RecordedStep } from '../../store/entry-history.ts'
import { endpoint } from '../endpoint.ts'
import { fieldText } from '../present-fields.ts'
import { fieldProblem, readAsOf } from '../read-scope.ts'
import { readableHistory } from './entry-read.ts'
import { openLedgers } from './ledger.ts'

export const compareEntryEndpoint = endpoint({
  route: compareEntry,
  load: async (ask, reader) => {
    const { input, book, town } = ask
    const ledger = openLedgers(ask).find((each) => each.ledger.key === input.ledger)?.ledger
    if (ledger === undefined) return fieldProblem('ledger', 'not-found', { what: input.ledger })
    const moment = async (field: string, text: string | undefined) => {
      const asOf = readAsOf(text)
      return isRefusal(asOf) ? fieldProblem(field, 'not-as-of', { value: text }) : resolveAsOf(reader, town.schema, book, asOf)
    }
    const [from, to] = [await moment('from', input.from), await moment('to', input.to)]
    if (isRefusal(from)) return from
    if (isRefusal(to)) return to
    const seen = await readableHistory(ask, reader, ledger, input.entry)
    return isRefusal(seen) ? seen : { ledger, ...seen, from, to }
  },
  present: ({ ledger, steps, rights, from, to }, { book, today }) => {
    const [before, after] = [steps.findLast((step) => step.number <= from), steps.findLast((step) => step.number <= to)]
    const tree = book.treeAt(today)
    const text = side(ledger, rights, tree)
    return {
      before: sideOf(before),
      after: sideOf(after),
      fields: compareEntries(ledger, before?.after, after?.after).map(({ field, same }) => ({ field, title: titleOf(ledger, field), before: text(before?.after, field), after: text(after?.after, field), same })),
      between: steps.filter((step) => step.number > Math.min(from, to) && step.number <= Math.max(from, to)).length,
    }
  },
})

const sideOf = (step: RecordedStep | undefined) => ({ number: step?.number ?? null, recordedAt: step?.recordedAt ?? null, void: step?.after.void === true })

const titleOf = (ledger: Ledger, field: string): Words => (field === 'valid_from' ? words('起始日', 'From') : field === 'valid_to' ? words('终止日', 'Until') : getField(ledger, field).title)

/** A field of one side as its reader may see it. */
const side = (ledger: Ledger, rights: LedgerRights, tree: OrgTree) => (entry: Entry | undefined, field: string): Words | null => {
  if (entry === undefined) return null
  const span = lastSpan(entry)
  if (field === 'valid_from' || field === 'valid_to') {
    const day = field === 'valid_from' ? span.from : span.to
    return day === null ? null : words(day, day)
  }
  return fieldText(getField(ledger, field), span.fields, rights.writes(span.fields), tree)
}
