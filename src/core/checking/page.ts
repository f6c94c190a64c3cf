import type { Day } from '../time/day.ts'
import { paragraphsOf, sentencesOf, type Paragraph, type Sentence } from '../reading/outline.ts'
import type { Quantity } from '../reading/quantity.ts'
import { quantitiesIn } from '../reading/quantity.ts'
import { readText } from '../reading/read-text.ts'
import type { ReadCommitment } from '../reading/reading.ts'
import { sourceOf, type Source } from '../reading/source.ts'
import { aimOf, type Aim } from './aim.ts'
import { dayOfText } from './document-day.ts'
import { factOf, growthOf, type Fact, type Growth } from './fact.ts'
import type { Span } from './outcome.ts'

/** A sentence with the figures that stand in it. */
export type Line = { readonly sentence: Sentence; readonly facts: readonly Fact[] }

/** A promise at its place in the plain text. */
export type Pledge = Span & { readonly read: ReadCommitment; readonly sentence: Sentence | undefined }

/** What every rule looks at: the text read once, its figures and promises at their places, sentence by sentence. */
export type Page = {
  readonly source: Source
  readonly plain: string
  readonly paragraphs: readonly Paragraph[]
  readonly sentences: readonly Sentence[]
  readonly lines: readonly Line[]
  readonly facts: readonly Fact[]
  readonly pledges: readonly Pledge[]
  /** Promises with a number. */
  readonly aims: readonly Aim[]
  /** The day the document was written or issued, as it says itself. */
  readonly day: Day | null
  readonly spanOf: (quote: string, offset: number) => Span
  readonly growth: (fact: Fact) => Growth | undefined
}

export const pageOf = (text: string): Page => {
  const source = sourceOf(text)
  const { plain } = source
  const reading = readText(text)
  const paragraphs = paragraphsOf(plain)
  const sentences = sentencesOf(plain, paragraphs)
  const spanOf = (quote: string, offset: number): Span => {
    const from = firstAt(source.points, offset)
    return { from, to: Math.max(from, firstAt(source.points, offset + [...quote].length)) }
  }
  const lines = sentences.map((sentence) => ({ sentence, facts: [] as Fact[] }))
  const facts: Fact[] = []
  let at = 0
  let behind: readonly number[] = []
  for (const read of reading.figures) {
    const place = spanOf(read.quote, read.offset)
    while (at < lines.length - 1 && (lines[at]?.sentence.to ?? 0) <= place.from) at += 1
    const line = lines[at]
    if (line === undefined || place.from >= line.sentence.to || place.from < line.sentence.from) continue
    const fact = factOf(read, place, line.sentence, leadOf(plain, Math.max(line.sentence.from, ...behind.filter((end) => end <= place.from)), place.from), plain)
    line.facts.push(fact)
    facts.push(fact)
    behind = [place.to, ...read.attached.map((each) => spanOf(each.quote, each.offset).to)]
  }
  const numbers = quantitiesIn(plain)
  let next = 0
  const pledges = reading.commitments.map((read): Pledge => {
    const span = spanOf(read.quote, read.offset)
    while (next < sentences.length - 1 && (sentences[next]?.to ?? 0) <= span.from) next += 1
    return { ...span, read, sentence: sentences[next] }
  })
  const aims = pledges.flatMap((pledge): readonly Aim[] => aimOf(plain, pledge, numbersBetween(numbers, pledge.from, pledge.to)))
  return { source, plain, paragraphs, sentences, lines, facts, pledges, aims, day: dayOfText(plain), spanOf, growth: (fact) => growthOf(fact, spanOf, plain) }
}

/** The first sign that stands at or behind so many code points. */
const firstAt = (points: Int32Array, offset: number): number => {
  let low = 0
  let high = points.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((points[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

const leadOf = (plain: string, floor: number, at: number): string => {
  for (let index = at - 1; index >= floor; index -= 1) if (',;。:!?'.includes(plain[index] ?? '#')) return plain.slice(index + 1, at)
  return plain.slice(floor, at)
}

const numbersBetween = (numbers: readonly Quantity[], from: number, to: number): readonly Quantity[] => {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle]?.from ?? 0) < from) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < numbers.length && (numbers[end]?.to ?? 0) <= to) end += 1
  return numbers.slice(low, end)
}
