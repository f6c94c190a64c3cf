import type { Ledger } from '../../../core/ledger/ledger.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { numberText } from '../../ui/number-text.ts'
import { useConditionWords } from '../grid/useConditionWords.ts'
import type { LedgerList } from '../ledger/useLedgerGrid.ts'

/** Which rows a printed list holds: by what they were chosen, how many of all, and what it tells of persons. */
export const usePrintCovers = (ledger: Ledger, grid: LedgerList): string => {
  const { m, w } = useSpeech()
  const tell = useConditionWords(ledger)
  const { data } = grid.list
  const shown = grid.by === undefined && data !== undefined && data.rows.length > 0 ? [m.ui.range(...([grid.offset + 1, grid.offset + data.rows.length, data.total].map((n) => numberText(String(n))) as [string, string, string]))] : []
  const personal = ledger.fields.filter((field) => field.personal !== undefined && field.retired !== true).map((field) => w(field.title))
  const told = personal.length === 0 || grid.by !== undefined ? [] : [m.personal.printHolds(personal)]
  return [...(grid.q === '' ? [] : [`“${grid.q}”`]), ...grid.conditions.map(tell), ...(grid.withVoid ? [m.ledger.showVoid] : []), ...shown, ...told].join(m.ui.apart)
}
