import { isSize, leadIn, openingLead, promiseInside, promisesIn, type Promised } from './commitment.ts'
import { deadlinesIn, yearsIn, type Deadline } from './deadline.ts'
import type { Draft } from './figure.ts'
import { figuresIn } from './figure.ts'
import { namesIn, notFigure } from './named.ts'
import type { Paragraph, Sentence } from './outline.ts'
import { paragraphsOf, sentencesOf } from './outline.ts'
import type { Quantity } from './quantity.ts'
import { quantitiesIn } from './quantity.ts'
import type { ReadCommitment, ReadFigure, Reading } from './reading.ts'
import type { Place, Source } from './source.ts'
import { placeAt, sourceOf } from './source.ts'
import { periodIn, subjectOf } from './subject.ts'

/** Reads a report or a plan: its figures and its promises, in the order of the text. Never throws; time grows with the length. */
export const readText = (text: string): Reading => {
  const source = sourceOf(text)
  const { plain } = source
  const names = namesIn(plain)
  const quantities = quantitiesIn(plain).filter((it) => notFigure(plain, it, names) === undefined)
  const figures: ReadFigure[] = []
  const commitments: ReadCommitment[] = []
  const directions: Place[] = []
  const years = [...yearsIn(plain)].reverse()
  let year = years.at(-1)?.year
  const opening = openingLead(plain, year)
  let next = 0
  let lead: Deadline | undefined
  let carried = false
  let before: Promised | undefined
  let lastParagraph: Paragraph | undefined
  for (const sentence of sentencesOf(plain, paragraphsOf(plain))) {
    const inside: Quantity[] = []
    for (; next < quantities.length && (quantities[next]?.at ?? 0) < sentence.to; next += 1) inside.push(quantities[next] as Quantity)
    const { level } = sentence.paragraph
    if (level !== undefined && inside.length === 0 && (level < 3 || sentence.part !== 'plan')) continue
    while ((years.at(-1)?.to ?? Infinity) <= sentence.to) year = years.pop()?.year
    if (sentence.paragraph !== lastParagraph) {
      const ended = lastParagraph !== undefined && plain[lastParagraph.to - 1] === ':'
      lead = leadIn(plain, sentence.paragraph.from, sentence.paragraph.to, year) ?? rowDeadline(plain, sentence, year) ?? (ended || (carried && (level ?? 4) > 2) ? lead : undefined) ?? (sentence.part === 'plan' ? opening : undefined)
      carried = lead !== undefined && (plain[sentence.paragraph.to - 1] === ':' || carried)
      lastParagraph = sentence.paragraph
    }
    if (sentence.part === 'plan') {
      if (onlyWhen(plain, sentence, year, commitments, source)) continue
      const slogans: Place[] = []
      const keep = (from: number, to: number): void => void slogans.push(placeAt(source, from, to))
      for (const promised of promisesIn(plain, sentence.from, sentence.to, inside, { year, lead, before, keep })) {
        before = promised
        if (promised.rules[0] === 'stage' && promised.from - sentence.paragraph.from <= 6 && dateLast(commitments, promised.deadline, sentence, source)) continue
        commitments.push(commitmentOf(source, promised))
      }
      directions.push(...slogans)
      for (const draft of figuresIn(plain, sentence.from, inside.filter((it) => isSize(plain, sentence.from, it)))) figures.push(figureOf(source, sentence, draft))
      continue
    }
    const promise = promiseInside(plain, sentence.from, sentence.to, year)
    const facts = promise === undefined ? inside : inside.filter((it) => it.to <= promise.from || it.from >= promise.to)
    for (const draft of figuresIn(plain, sentence.from, facts)) figures.push(figureOf(source, sentence, draft))
    if (promise !== undefined) for (const promised of promisesIn(plain, promise.from, promise.to, inside, { year, lead: undefined, before: undefined, keep: () => undefined })) commitments.push(commitmentOf(source, promised))
  }
  return { figures, commitments, directions }
}

/** A line that only says when (12月底前, 9月投入使用) dates the promise on the line before it. */
const dateLast = (commitments: ReadCommitment[], deadline: Deadline | undefined, { paragraph }: Sentence, source: Source): boolean => {
  const last = commitments.at(-1)
  if (last === undefined || deadline === undefined || (source.points[paragraph.from] ?? 0) - last.offset > last.quote.length + 60) return false
  commitments[commitments.length - 1] = { ...last, deadline_text: deadline.text, deadline: deadline.day }
  return true
}

const onlyWhen = (plain: string, sentence: Sentence, year: number | undefined, commitments: ReadCommitment[], source: Source): boolean => {
  const { from, to } = sentence.paragraph
  if (to - from > 24) return false
  const [due] = deadlinesIn(plain, from, to, year)
  return due !== undefined && to - from - (due.to - due.from) <= 1 && dateLast(commitments, due, sentence, source)
}

/** A row of a table gives its day to every cell. */
const rowDeadline = (plain: string, { paragraph }: Sentence, year: number | undefined): Deadline | undefined =>
  plain.slice(paragraph.from, paragraph.to).includes('|') ? deadlinesIn(plain, paragraph.from, paragraph.to, year)[0] : undefined

const commitmentOf = (source: Source, it: Promised): ReadCommitment => ({
  ...placeAt(source, it.from, it.to),
  action: it.action,
  target: it.target === undefined ? null : { value: it.target.value, unit: it.target.rule === 'doubling' ? '%' : it.target.unit, qualifier: it.target.bound },
  deadline_text: it.deadline?.text ?? null,
  deadline: it.deadline?.day ?? null,
  modality: it.modality,
  milestones: it.milestones.map((each) => ({ text: placeAt(source, each.from, each.to).quote, deadline_text: each.deadline?.text ?? null, deadline: each.deadline?.day ?? null })),
  rules: it.rules,
})

const figureOf = (source: Source, sentence: Sentence, draft: Draft): ReadFigure => {
  const { level, change, base } = draft
  return {
    ...placeAt(source, draft.from, draft.to),
    subject: subjectOf(source.plain, sentence, draft),
    value: level?.value ?? null,
    unit: level?.unit ?? null,
    qualifier: level?.bound ?? null,
    value_high: level?.high ?? null,
    change: change === undefined ? null : { direction: change.direction, percent: change.percent, points: change.points, basis: change.basis, qualifier: change.bound },
    share_percent: draft.share ?? null,
    completion_percent: draft.completion ?? null,
    completion_base: base === undefined ? null : { value: base.value, unit: base.unit },
    period: periodIn(source.plain, sentence, draft.from),
    attached: draft.attached.map(({ role, from, to }) => ({ role, ...placeAt(source, from, to) })),
    rules: draft.rules,
  }
}
