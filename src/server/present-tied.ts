import { lastSpan } from '../core/ledger/entry.ts'
import type { Entry } from '../core/ledger/entry.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import { valueOf } from '../core/ledger/value.ts'
import { statesOf } from '../core/matter/procedure-parts.ts'
import type { Ask } from './endpoint.ts'
import { matterTitle } from './present-matter.ts'
import { rightsIn } from './routes/entry-read.ts'

/** Another matter as it is shown beside one: only its number where the reader may not read it. */
export const presentOther = (ask: Ask<unknown>, key: string, id: number, entry: Entry | undefined) => {
  const ledger: Ledger | undefined = ask.book.declared.ledgers.get(key)
  const rights = ledger === undefined ? undefined : rightsIn(ledger, ask)
  if (ledger?.procedure === undefined || rights === undefined || entry === undefined || !rights.reads(lastSpan(entry).fields)) return { ledger: key, entry: id, title: null, state: null, settled: false, day: null }
  const { fields } = lastSpan(entry)
  const day = valueOf(fields, ledger.dateField ?? '')
  return { ledger: key, entry: id, title: matterTitle(ledger, rights, entry), state: statesOf(ledger).find(({ key: state }) => state === valueOf(fields, 'state'))?.title ?? null, settled: valueOf(fields, 'settled') !== null, day: typeof day === 'string' ? day : null }
}
