import type { Fact } from './fact.ts'
import type { Line, Page } from './page.ts'

/** A whole and the numbers the text calls its parts: behind 其中, in brackets, or as outcomes (受理50件,办结48件). */
export type Whole = {
  readonly whole: Fact
  readonly parts: readonly Fact[]
  /** How many of the parts stand in one list with the first; what comes behind may be about something else. */
  readonly sure: number
  readonly kind: 'among' | 'bracket' | 'outcome'
  /** The parts are joined by 、 or 和: no part of them overlaps another. */
  readonly apart: boolean
}

export const wholesIn = (page: Page): readonly Whole[] =>
  page.lines.flatMap((line, index) => line.facts.flatMap((fact, place) => [wholeAt(page.plain, page.lines, index, line, place, fact)].flatMap((each) => each ?? [])))

const wholeAt = (plain: string, lines: readonly Line[], index: number, line: Line, place: number, fact: Fact): Whole | undefined => {
  if (fact.amount === null || fact.unit === '%' || fact.aside) return undefined
  const before = line.facts[place - 1]
  const gap = plain.slice(before?.to ?? line.sentence.from, fact.from)
  if (gap.includes('其中')) {
    const opens = /^[(,:、]?其中/.test(plain.slice(line.sentence.from, fact.from)) && place === 0
    const earlier = opens ? lines[index - 1]?.facts : line.facts.slice(Math.max(0, place - 12), place)
    const whole = earlier?.findLast((each) => each.unit === fact.unit && each.amount !== null && !each.aside)
    if (whole === undefined || gap.lastIndexOf('其中') + 24 < gap.length || (opens && earlier !== undefined && earlier.at(-1) !== whole)) return undefined
    return among(plain, lines, index, place, whole, fact)
  }
  if (before === undefined || before.amount === null || before.unit !== fact.unit || before.aside) return undefined
  if (/^[^,。;]{0,6}\((?:含|包括)?[^()]{0,16}$/.test(gap) && !/[:：]$/.test(gap)) return bracket(plain, line, place, before)
  if (outcome.test(fact.lead) && gap.length <= 14) return outcomes(plain, line, place, before)
  return undefined
}

/** The parts behind 其中: the list as long as it stays in the unit of the whole, over ';' into the next sentences. */
const among = (plain: string, lines: readonly Line[], index: number, place: number, whole: Fact, first: Fact): Whole => {
  const parts: Fact[] = [first]
  let sure = 1
  let open = true
  let apart = true
  const here = lines[index]?.facts ?? []
  for (const fact of here.slice(place + 1, place + 16)) {
    if (fact.unit !== whole.unit || fact.amount === null || fact.aside) continue
    if (plain.slice(parts.at(-1)?.to ?? fact.from, fact.from).includes('其中')) return { whole, parts, sure, kind: 'among', apart: false }
    open = open && !statement.test(fact.lead)
    if (open) sure += 1
    apart = apart && /^(?:、|和|及|以及|与)/.test(plain.slice(parts.at(-1)?.to ?? fact.from, fact.from))
    parts.push(fact)
  }
  for (let next = index + 1; next < lines.length && next < index + 8 && plain[(lines[next]?.sentence.from ?? 1) - 1] === ';'; next += 1) {
    for (const fact of lines[next]?.facts ?? []) {
      if (plain.slice(lines[next]?.sentence.from, fact.from).includes('其中')) return { whole, parts, sure, kind: 'among', apart: false }
      if (fact.unit === whole.unit && fact.amount !== null && !fact.aside && parts.length < 12) parts.push(fact)
    }
  }
  return { whole, parts, sure, kind: 'among', apart: apart && parts.length > 1 }
}

const bracket = (plain: string, line: Line, place: number, whole: Fact): Whole | undefined => {
  const length = plain.slice(whole.to, whole.to + 400).indexOf(')')
  const close = whole.to + length
  const parts = line.facts.slice(place, place + 16).filter((fact) => fact.to <= close && fact.unit === whole.unit && fact.amount !== null && !fact.aside)
  return parts.length === 0 || length === -1 ? undefined : { whole, parts, sure: parts.length, kind: 'bracket', apart: parts.length > 1 }
}

const outcomes = (plain: string, line: Line, place: number, whole: Fact): Whole => {
  const parts: Fact[] = []
  for (const fact of line.facts.slice(place, place + 8)) {
    if (fact.unit !== whole.unit || fact.amount === null || !outcome.test(fact.lead) || fact.from - (parts.at(-1)?.to ?? whole.to) > 14) break
    parts.push(fact)
  }
  return { whole, parts, sure: parts.length, kind: 'outcome', apart: parts.length > 1 && /^[、和]/.test(plain.slice(parts[0]?.to ?? 0, (parts[0]?.to ?? 0) + 1)) }
}

/** What becomes of cases: the count behind it is a count of the same cases. */
const outcome = /^(?:已|均|全部|全|成功|依法|顺利|累计|共|其|并|现|目前|及时|、|和)*(?:维持|撤销|驳回|终止|办结|结案|化解|调解(?:成功)?|调处(?:成功)?|答复|回复|整改(?:到位|完成)?|完成整改|销号|合格|解决|办理完毕|立案|移送|审结|处置|结清|关闭)(?:了)?$/
/** A verb that begins a statement of its own. */
const statement = /^(?:,|并|且|同时)*(?:实现|完成|累计|全年|投资|投入|带动|共|总|拉动|新增|争取|兑现|发放|招引|引进|实际|到位|现有|共有)/
