import type { Refusal } from '../../core/refusal/refusal.ts'
import { refuse } from '../../core/refusal/refusal.ts'
import { limits, turnByOffice } from './turn-by-office.ts'

/** A workbook of an older kind (.xls, .et) as .xlsx. */
export const turnedWorkbook = async (bytes: Uint8Array, path: string): Promise<Uint8Array | Refusal> => {
  const turned = await turnByOffice(bytes, path, { from: 'workbook.xls', filter: 'Calc MS Excel 2007 XML', ending: 'xlsx' })
  if (turned === 'no-office') return refuse('workbook-old')
  return turned === 'not-converted' ? refuse('workbook-not-converted', { seconds: limits.seconds }) : turned
}
