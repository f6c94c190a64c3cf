import type { Field } from '../../src/core/ledger/field.ts'
import { words } from '../../src/core/words.ts'
import { installation } from '../../src/store/town.ts'
import { accepted } from '../../src/store/writer.ts'
import type { Context } from '../context.ts'
import { milliseconds } from '../interleave.ts'
import type { Result } from '../result.ts'
import { bounded } from '../result.ts'
import { entries, oneLedgerTown } from '../synthetic/one-ledger.ts'

/** A field of each common kind added to a ledger of a million entries while the town is open: from the declaration to its place in the journal. */
export const name = 'field'

const added: readonly Field[] = [
  { key: 'more_text', title: words('补充文字', 'More text'), kind: 'text' },
  { key: 'more_number', title: words('补充数量', 'More number'), kind: 'decimal', decimals: 2 },
  { key: 'more_day', title: words('补充日期', 'More day'), kind: 'day' },
  { key: 'more_choice', title: words('补充类别', 'More choice'), kind: 'choice', choices: [{ key: 'x', title: words('甲', 'x') }] },
  { key: 'more_flag', title: words('补充是否', 'More flag'), kind: 'flag' },
]

export const run = async (context: Context): Promise<readonly Result[]> => {
  const town = await oneLedgerTown(context)
  const times: number[] = []
  for (const field of added) {
    const ledger = (await town.book()).declared.ledgers.get('work-1')
    if (ledger === undefined) throw new Error('work-1 is not declared')
    const changed = { ...ledger, fields: [...ledger.fields, field] }
    times.push(await milliseconds(async () => accepted(await town.commit({ by: installation, changes: [{ act: 'declare', verb: 'ledger.declare', declaration: { kind: 'ledger', ledger: changed } }] }))))
  }
  return [bounded({ name: `field: one added to ${entries} entries, the slowest of ${added.length} kinds`, value: Math.max(...times), unit: 'ms', most: 1000 })]
}
