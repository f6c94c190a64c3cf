import { codeLengths, parentDivision, parseDivisionCode } from './code.ts'
import { townName } from './names.ts'

/** One division as the data have it. */
export type DivisionRow = readonly [code: string, name: string]

export type Division = { readonly code: string; readonly name: string }

/** A town's whole address (浙江省宁波市慈溪市新浦镇) beside its code and name. */
export type NearTown = Division & { readonly path: string }

/** The divisions of the country, looked up by code or name. */
export type DivisionTree = {
  readonly find: (code: string) => Division | undefined
  /** Names from the province down to the division itself; cities that only group their counties (市辖区) are left out. */
  readonly path: (code: string) => readonly string[]
  readonly villagesOf: (town: string) => readonly Division[]
  /** Towns somebody may have meant by a code or a name that is none: the likeliest first, at most `most`. */
  readonly near: (text: string, most: number) => readonly NearTown[]
}

/** Makes the tree of rows in order of code. */
export const divisionTree = (rows: readonly DivisionRow[]): DivisionTree => {
  const names = new Map(rows)
  const find = (code: string): Division | undefined => {
    const name = names.get(code)
    return name === undefined ? undefined : { code, name }
  }
  const path = (code: string): readonly string[] => {
    const above = parentDivision(code)
    const name = names.get(code)
    return [...(above === undefined ? [] : path(above)), ...(name === undefined || grouping.test(name) ? [] : [name])]
  }
  const near = (text: string, most: number): readonly NearTown[] =>
    likeliest(rows.filter(([code]) => code.length === codeLengths.town), text, most).map(([code, name]) => ({ code, name, path: path(code).join('') }))
  return { find, path, near, villagesOf: (town) => villagesIn(rows, town) }
}

const grouping = /^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/

const villagesIn = (rows: readonly DivisionRow[], town: string): readonly Division[] => {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.[0] ?? '') < town) low = middle + 1
    else high = middle
  }
  const found: Division[] = []
  for (let at = low; rows[at]?.[0].startsWith(town) === true; at++) {
    const [code, name] = rows[at] as DivisionRow
    if (code.length === codeLengths.village) found.push({ code, name })
  }
  return found
}

const likeliest = (towns: readonly DivisionRow[], text: string, most: number): readonly DivisionRow[] => {
  const code = parseDivisionCode(text)?.code ?? text.replace(/\D/g, '')
  if (code.length < codeLengths.province) return named(towns, text.trim()).slice(0, most)
  const within = towns.filter(([each]) => code.startsWith(each) || each.startsWith(code))
  if (within.length > 0) return within.slice(0, most)
  const wanted = code.slice(0, codeLengths.town)
  return [...towns]
    .map((row) => ({ row, apart: apart(row[0], wanted) }))
    .sort((a, b) => a.apart - b.apart || (a.row[0] < b.row[0] ? -1 : 1))
    .slice(0, most)
    .map(({ row }) => row)
}

/** Towns so named, whole names before parts of names. */
const named = (towns: readonly DivisionRow[], text: string): readonly DivisionRow[] => {
  if (text === '') return []
  const whole = towns.filter(([, name]) => name === text || townName(name).zh === text || townName(name).stem === text)
  return whole.length > 0 ? whole : towns.filter(([, name]) => name.includes(text))
}

/** How far a code is from the one wanted: digits that differ, earlier ones (another province, city, county) far dearer; two digits changed about cost as one. */
const apart = (code: string, wanted: string): number => {
  let cost = Math.abs(code.length - wanted.length) * 2
  for (let at = 0; at < code.length; at++) {
    if (code[at] === wanted[at]) continue
    if (code[at] === wanted[at + 1] && code[at + 1] === wanted[at]) {
      cost += price(at)
      at++
    } else cost += price(at)
  }
  return cost
}

const price = (at: number): number => (at < codeLengths.county ? 3 : 1)
