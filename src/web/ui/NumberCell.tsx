import { numberText } from './number-text.ts'

/** A number with its unit in tabular figures; a dash where none is known. */
export const NumberCell = ({ value, unit }: { value: string | null; unit?: string }) => (
  <span className="number">
    {value === null ? '—' : numberText(value)}
    {value !== null && unit !== undefined && unit !== '' && <small>{unit}</small>}
  </span>
)
