import { refuse } from '../../core/refusal/refusal.ts'
import { readXml } from '../document/xml.ts'
import { entryText } from './stream-entry.ts'
import { UnreadableWorkbook } from './unreadable.ts'

/** What a style of a workbook says of the cells that have it. */
export type CellStyle = { readonly boxed: boolean; readonly locked: boolean; readonly decimals: number | null; readonly percent: boolean; readonly align: 'left' | 'center' | 'right' | null }

/** The style of a cell that names none. */
export const plainStyle: CellStyle = { boxed: false, locked: true, decimals: null, percent: false, align: null }

/** The styles of a workbook in the order cells name them. */
export const cellStyles = async (bytes: Uint8Array, path: string | undefined): Promise<readonly CellStyle[]> => {
  const text = path === undefined ? undefined : await entryText(bytes, path)
  const formats = new Map<number, string>()
  const sides: number[] = []
  const styles: CellStyle[] = []
  let [inBorders, inCells] = [false, false]
  const withLast = (told: Partial<CellStyle>): void => {
    const last = styles.pop()
    if (last !== undefined) styles.push({ ...last, ...told })
  }
  const whole = readXml(text ?? '<none/>', {
    open: (name, attribute) => {
      if (name === 'x:numFmt') formats.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '')
      if (name === 'x:borders') inBorders = true
      if (name === 'x:border' && inBorders) sides.push(0)
      if (inBorders && /^x:(left|right|top|bottom|start|end)$/.test(name) && !['none', undefined].includes(attribute('style'))) sides[sides.length - 1] = (sides[sides.length - 1] ?? 0) + 1
      if (name === 'x:cellXfs') inCells = true
      if (name === 'x:xf' && inCells) {
        const id = Number(attribute('numFmtId') ?? 0)
        const code = formats.get(id) ?? builtIn.get(id) ?? ''
        styles.push({ boxed: (sides[Number(attribute('borderId') ?? 0)] ?? 0) >= 2, locked: true, align: null, ...shownIn(code) })
      }
      if (name === 'x:protection' && inCells) withLast({ locked: !/^(0|false)$/.test(attribute('locked') ?? '1') })
      if (name === 'x:alignment' && inCells) withLast({ align: alignOf(attribute('horizontal')) })
    },
    close: (name) => {
      if (name === 'x:borders') inBorders = false
      if (name === 'x:cellXfs') inCells = false
    },
    text: () => undefined,
  })
  if (!whole) throw new UnreadableWorkbook(refuse('workbook-damaged'))
  return styles
}

const alignOf = (horizontal: string | undefined): CellStyle['align'] => (horizontal === 'left' || horizontal === 'right' ? horizontal : horizontal === 'center' || horizontal === 'centerContinuous' || horizontal === 'distributed' ? 'center' : null)

/** Formats every workbook has without writing them down (ECMA-376 part 1, 18.8.30). */
const builtIn: ReadonlyMap<number, string> = new Map([[1, '0'], [2, '0.00'], [3, '#,##0'], [4, '#,##0.00'], [9, '0%'], [10, '0.00%'], [37, '#,##0'], [38, '#,##0'], [39, '#,##0.00'], [40, '#,##0.00'], [41, '#,##0'], [43, '#,##0.00']])

/** The decimals of a number format; null where it shows what is there, a day or a text. */
const shownIn = (code: string): Pick<CellStyle, 'decimals' | 'percent'> => {
  const bare = code.replace(/"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';')[0] ?? ''
  const percent = bare.includes('%')
  if (!/[0#]/.test(bare) || /[ymdhs@]/i.test(bare)) return { decimals: null, percent }
  return { decimals: /\.([0#]+)/.exec(bare)?.[1]?.length ?? 0, percent }
}
