/**
 * What of a text is only its page: lines that were wrapped, page numbers, running heads. A text whose lines mostly end near one width was
 * wrapped there; a line that ends behind a comma or inside a number was broken off wherever it ends.
 */
export type Layout = {
  /** 1 at each unit between two lines that are one. */
  readonly joined: Uint8Array
  /** 1 at each unit that belongs to the page and not to the text. */
  readonly left: Uint8Array
}

export const layOut = (text: string): Layout => {
  const joined = new Uint8Array(text.length)
  const left = new Uint8Array(text.length)
  const lines = linesOf(text)
  const furniture = furnitureOf(lines)
  const wrap = wrapWidth(lines, furniture)
  let last: Line | undefined
  let blank = false
  let page = false
  for (const line of lines) {
    if (furniture.has(line)) {
      left.fill(1, line.from, line.to)
      page = true
    } else if (line.text === '') blank = true
    else {
      if (last !== undefined && (!blank || page) && runsOn(last, line, wrap, page)) joined.fill(1, last.to, line.from)
      last = line
      blank = false
      page = false
    }
  }
  return { joined, left }
}

/** A line without the space around it; `width` counts a Chinese sign as one and a letter or digit as a half. */
type Line = { readonly from: number; readonly to: number; readonly text: string; readonly width: number }

const linesOf = (text: string): readonly Line[] => {
  const lines: Line[] = []
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf('\n', from)
    const to = end === -1 ? text.length : end
    const raw = text.slice(from, to)
    const start = from + raw.length - raw.trimStart().length
    const trimmed = raw.trim()
    lines.push({ from: start, to: start + trimmed.length, text: trimmed, width: widthOf(trimmed) })
    from = to + 1
  }
  return lines
}

const widthOf = (text: string): number => {
  let width = 0
  for (let at = 0; at < text.length; at += 1) width += text.charCodeAt(at) < 0x2e80 ? 0.5 : 1
  return width
}

const pageNumber = /^(?:[-—–－·\s]*\d{1,4}[-—–－·\s]*|第\s*\d{1,4}\s*页(?:[\s,，/]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*[/／]\s*\d{1,4}|[Pp]age\s*\d{1,4}(?:\s*of\s*\d{1,4})?)$/
const ended = /[。！？!?；;：:]["”’）)]?$/
const unitAhead = /^(?:[余多]|[十百千万亿]*(?:元|人|户|家|个|项|件|亩|吨|米|平方|公里|公顷|%|％|名|处|次|起|辆|头|条|场|批|份))/

/** Page numbers, and short lines that come back page after page. */
const furnitureOf = (lines: readonly Line[]): ReadonlySet<Line> => {
  const seen = new Map<string, Line[]>()
  const found = new Set<Line>()
  const numbered = numbersRows(lines)
  lines.forEach((line, index) => {
    if (line.text === '' || line.width > 40) return
    if (pageNumber.test(line.text) && !isContent(lines, index) && !(numbered && /^\d+$/.test(line.text))) found.add(line)
    else if (!ended.test(line.text) && line.width >= 2) seen.set(line.text, [...(seen.get(line.text) ?? []).slice(0, 99), line])
  })
  for (const same of seen.values()) if (same.length >= 3 && same.filter((line) => besidePage(lines, found, line)).length * 2 >= same.length) for (const line of same) found.add(line)
  return found
}

/** Bare numbers every few lines number the rows of a list, not pages. */
const numbersRows = (lines: readonly Line[]): boolean => {
  const at = lines.flatMap((line, index) => (/^\d{1,3}$/.test(line.text) ? [index] : []))
  const gaps = at.slice(1).map((index, n) => lines.slice(at[n], index).filter((line) => line.text !== '').length).sort((a, b) => a - b)
  return gaps.length >= 2 && (gaps[gaps.length >> 1] ?? 0) < 10
}

/** A number alone on its line is a page's, unless a unit begins the next line. */
const isContent = (lines: readonly Line[], index: number): boolean => /^\d+$/.test(lines[index]?.text ?? '') && unitAhead.test(lines[index + 1]?.text ?? '')

const besidePage = (lines: readonly Line[], pages: ReadonlySet<Line>, line: Line): boolean => {
  const index = indexOf(lines, line)
  return [index - 2, index - 1, index + 1, index + 2].some((each) => pages.has(lines[each] ?? line))
}

const indexOf = (lines: readonly Line[], line: Line): number => {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.from ?? 0) < line.from) low = middle + 1
    else high = middle
  }
  return low
}

/** The width most lines end at, or nothing when the text was not wrapped. */
const wrapWidth = (lines: readonly Line[], furniture: ReadonlySet<Line>): number | undefined => {
  const widths = lines.filter((line) => line.text !== '' && !furniture.has(line)).map((line) => line.width).sort((a, b) => a - b)
  const wide = widths[Math.floor(widths.length * 0.9)] ?? 0
  const full = widths.filter((width) => width >= wide - 5).length
  return widths.length >= 4 && wide >= 12 && wide <= 70 && full * 3 >= widths.length ? wide : undefined
}

const headingMark = /^(?:第?[一二三四五六七八九十百]{1,3}[、章节部篇]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．](?!\d)|[①-⑳])/

const runsOn = (last: Line, line: Line, wrap: number | undefined, page: boolean): boolean => {
  if (ended.test(last.text) || headingMark.test(line.text)) return false
  if (page && !headingMark.test(last.text)) return true
  if (/[，,、（(“《]$/.test(last.text)) return true
  if (/\d[万亿千]?$/.test(last.text) && unitAhead.test(line.text)) return true
  return wrap !== undefined && last.width >= wrap - 5
}
