import { useQuery, keepPreviousData } from '@tanstack/react-query'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { findField } from '../../../core/ledger/ledger.ts'
import { callLedger } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import type { LedgerOutput } from '../../app/wire.ts'
import { viewOf } from '../../fields/fields.ts'
import { useTelling } from '../../fields/useTelling.ts'
import { Answer } from '../../ui/Answer.tsx'
import type { Column } from '../../ui/DataTable.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { NumberCell } from '../../ui/NumberCell.tsx'
import { numberText } from '../../ui/number-text.ts'
import { headOf } from '../ledger/columns.ts'
import type { LedgerList } from '../ledger/useLedgerGrid.ts'

type Group = LedgerOutput<'group'>['groups'][number]

/** The rows of a list gathered by one or two columns, with counts and sums; opening a group shows its rows. */
export const GroupTable = ({ ledger, grid, by }: { ledger: Ledger; grid: LedgerList; by: string }) => {
  const { m, w, lang } = useSpeech()
  const telling = useTelling()
  const input = { ...grid.which, by }
  const query = useQuery<LedgerOutput<'group'>>({ queryKey: [`${ledger.key}.group`, input], queryFn: ({ signal }) => callLedger(ledger.key, 'group', input, signal), placeholderData: keepPreviousData })
  const keys = by.split(',').flatMap((key) => findField(ledger, key) ?? [])
  const textOf = (group: Group, at: number): string => {
    const field = keys[at]
    const value = group.values[at] ?? null
    return value === null || field === undefined ? m.ui.blank : field.kind === 'day' ? value : viewOf(field).text(field.kind === 'flag' ? value === 'true' : value, field, telling)
  }
  return (
    <Answer query={query} lines={10}>
      {(data) => {
        if (data.groups.length === 0) return <EmptyState title={m.ledger.noRowMatch} />
        const sums = Object.keys(data.sums).flatMap((key) => findField(ledger, key) ?? [])
        const columns: Column<Group>[] = [
          ...keys.map((field, at): Column<Group> => ({ key: field.key, title: field.kind === 'day' ? m.grid.monthOf(field.title[lang]) : field.title[lang], lead: at === 0, cell: (group) => textOf(group, at), ...(at === 0 && { foot: m.ledger.sums }) })),
          { key: 'count', title: m.grid.count, numeric: true, cell: (group) => <span className="number-text">{numberText(String(group.count))}</span>, foot: <span className="number-text">{numberText(String(data.total))}</span> },
          ...sums.map((field): Column<Group> => ({ key: `sum-${field.key}`, title: headOf(field, lang), numeric: true, cell: (group) => <NumberCell value={group.sums[field.key] ?? '0'} />, foot: <NumberCell value={data.sums[field.key] ?? '0'} /> })),
        ]
        return <DataTable caption={m.grid.groupsOf(w(ledger.title))} columns={columns} rows={data.groups} keyOf={(group) => group.where} onOpen={(group) => grid.openGroup(group.where)} />
      }}
    </Answer>
  )
}
