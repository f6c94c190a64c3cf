import { Select } from 'antd'
import type { ImportOut } from '../../../api/import.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { numberText } from '../../ui/number-text.ts'
import { Written } from '../../ui/Written.tsx'
import './import.css'

type Props = { readonly id: string; readonly sheets: ImportOut['sheets']; readonly sheet: string | null; readonly disabled?: boolean; readonly onSheet: (sheet: string) => void }

/** The sheets of a workbook with their rows, hidden ones left out. */
export const SheetSelect = ({ id, sheets, sheet, disabled = false, onSheet }: Props) => {
  const { m } = useSpeech()
  const shown = sheets.filter((each) => !each.hidden || each.name === sheet)
  return <Select id={id} className="import-sheet" popupMatchSelectWidth={false} value={sheet} disabled={disabled} onChange={onSheet} options={shown.map(({ name, rows }) => ({ value: name, label: <Written text={rows === null ? name : m.import.sheetOf(name, numberText(String(rows)))} /> }))} />
}
