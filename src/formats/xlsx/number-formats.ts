import { refuse } from '../../core/refusal/refusal.ts'
import { readXml } from '../document/xml.ts'
import { entryText } from './stream-entry.ts'
import { UnreadableWorkbook } from './unreadable.ts'

/** What a number format makes of a number: a share in percent, a day, a month without its day, a time without its day, a number of at least so many digits, or the number it is. */
export type Shown = 'percent' | 'day' | 'month' | 'time' | 'plain' | number

/** What each cell style of a workbook shows a number as. */
export const numberFormats = async (bytes: Uint8Array, path: string | undefined): Promise<readonly Shown[]> => {
  const text = path === undefined ? undefined : await entryText(bytes, path)
  const own = new Map<number, Shown>()
  const styles: Shown[] = []
  let inCells = false
  const whole = readXml(text ?? '<none/>', {
    open: (name, attribute) => {
      if (name === 'x:numFmt') own.set(Number(attribute('numFmtId')), shownAs(attribute('formatCode') ?? ''))
      if (name === 'x:cellXfs') inCells = true
      if (name !== 'x:xf' || !inCells) return
      const id = Number(attribute('numFmtId') ?? 0)
      styles.push(own.get(id) ?? builtIn(id))
    },
    close: (name) => void (inCells &&= name !== 'x:cellXfs'),
    text: () => undefined,
  })
  if (!whole) throw new UnreadableWorkbook(refuse('workbook-damaged'))
  return styles
}

/** Formats every workbook has without writing them down (ECMA-376 part 1, 18.8.30, with those of Chinese locales). */
const builtIn = (id: number): Shown => {
  if (id === 9 || id === 10) return 'percent'
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id === 55 || id === 56) return 'time'
  if (id === 17) return 'month'
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58) ? 'day' : 'plain'
}

/** Reads the first section of a format; letters in quotes, behind a backslash and in brackets are not signs of it. */
export const shownAs = (code: string): Shown => {
  const bare = code.replace(/"[^"]*"?|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').split(';')[0]?.replace(/general|g\/通用格式|上午\/下午|am\/pm/gi, '').toLowerCase() ?? ''
  if (bare.includes('%')) return 'percent'
  if (bare.includes('d')) return 'day'
  if (/y|e{2,}/.test(bare)) return /h|s/.test(bare) ? 'day' : 'month'
  if (/[hs]|\[m+\]/.test(bare)) return 'time'
  if (/^m+$/.test(bare.trim())) return 'month'
  return /^0{2,}$/.test(bare) ? bare.length : 'plain'
}
