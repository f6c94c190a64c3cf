import type { Ledger } from '../../../core/ledger/ledger.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useConditionWords } from '../grid/useConditionWords.ts'
import type { LedgerList } from '../ledger/useLedgerGrid.ts'

/** Which rows a printed list holds: by what they were chosen, and what it tells of persons. How many they are of all stands under them. */
export const usePrintCovers = (ledger: Ledger, grid: LedgerList): string => {
  const { m, w } = useSpeech()
  const tell = useConditionWords(ledger)
  const personal = ledger.fields.filter((field) => field.personal !== undefined && field.retired !== true).map((field) => w(field.title))
  const told = personal.length === 0 || grid.by !== undefined ? [] : [m.personal.printHolds(personal)]
  return [...(grid.q === '' ? [] : [`“${grid.q}”`]), ...grid.conditions.map(tell), ...(grid.withVoid ? [m.ledger.showVoid] : []), ...told].join(m.ui.apart)
}
