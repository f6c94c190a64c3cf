import { Button, Dropdown } from 'antd'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { ledgerFileAddress } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import type { useLedgerGrid } from './useLedgerGrid.ts'

/** The list as it is filtered and sorted, as a file to take away; and, for whoever may enter rows, an empty one to fill. */
export const LedgerFiles = ({ ledger, grid }: { readonly ledger: Ledger; readonly grid: ReturnType<typeof useLedgerGrid> }) => {
  const { m, lang } = useSpeech()
  const words = m.exporting
  const { offset: _, limit: __, ...asked } = grid.input
  const file = (key: string, label: string, address: string) => ({
    key,
    label: (
      <a href={address} download>
        {label}
      </a>
    ),
  })
  const total = grid.list.data?.total
  const items = [
    file('xlsx', total === undefined ? words.xlsx : words.xlsxRows(total), ledgerFileAddress(ledger.key, 'export', { ...asked, format: 'xlsx', lang })),
    file('csv', words.csv, ledgerFileAddress(ledger.key, 'export', { ...asked, format: 'csv', lang })),
    ...(may(grid.list.data?.can ?? {}, 'create') ? [{ type: 'divider' as const }, file('template', words.template, ledgerFileAddress(ledger.key, 'template', { lang }))] : []),
  ]
  return (
    <Dropdown autoFocus trigger={['click']} menu={{ items }}>
      <Button aria-haspopup="menu">{words.act}</Button>
    </Dropdown>
  )
}
