import type { OrgTree } from '../access/org-tree.ts'
import type { Post } from '../access/policy.ts'
import { isOfficePost } from '../access/policy.ts'
import type { Declared } from '../journal/declaration.ts'
import type { Change } from '../ledger/change.ts'
import { findField } from '../ledger/ledger.ts'
import { isProblem } from '../ledger/kinds/kind.ts'
import { kindOf } from '../ledger/kinds/kinds.ts'
import type { Fields, Value } from '../ledger/value.ts'
import { Measure } from '../measure/measure.ts'
import type { Display } from '../quantity/unit.ts'
import type { RefusalCode } from '../refusal/catalogue.ts'
import type { FieldProblem } from '../refusal/refusal.ts'
import type { Day } from '../time/day.ts'
import { parseDay } from '../time/day.ts'
import { parsePeriod } from '../time/period.ts'
import { words } from '../words.ts'
import type { PlaceProblem } from './text-places.ts'
import { placeProblems } from './text-places.ts'

/** A figure as a person confirmed it: of a measure that is declared, or of a new reported one. */
export type AcceptedFigure = {
  readonly quote: string
  readonly offset: number
  readonly measure?: string | undefined
  readonly create?: { readonly title: string; readonly about?: string | undefined; readonly owner: string; readonly display: Display } | undefined
  readonly org: string
  readonly period: string
  /** Where the document says the number is from; without it the document itself is the source. */
  readonly source?: string | undefined
  readonly value: string | null
  readonly growth: string | null
}

export type AcceptedCommitment = {
  readonly quote: string
  readonly offset: number
  readonly kind: 'commitment' | 'direction'
  readonly text: string
  readonly org: string
  readonly target: { readonly value: string; readonly unit: string; readonly qualifier: string | null } | null
  readonly deadlineText: string | null
  readonly deadline: string | null
  readonly modality: string
}

export type Accepted = { readonly figures: readonly AcceptedFigure[]; readonly commitments: readonly AcceptedCommitment[] }

/** What must be known to judge what was confirmed. */
export type Acceptance = {
  readonly posts: readonly Post[]
  readonly declared: Declared
  readonly tree: OrgTree
  /** The document's text, in which every place must hold. */
  readonly text: string
  /** The entry of a reported value that stands for a measure, an org and a last day. */
  readonly standing: (measure: string, org: string, day: Day) => number | undefined
  /** The entry under which a promise at this place was accepted before. */
  readonly promised: (offset: number, kind: string) => number | undefined
  /** A key for a measure that is made for a title. */
  readonly keyOf: (title: string) => string
}

/** Figures are asked from here on (the calendar's first days are left to comparisons with the years before). */
const earliest = '1910-01-01'

/**
 * Everything that keeps confirmed figures and promises from being entered, each at its field; none of them is entered then. A line office
 * accepts what is its own to answer for; the town office anything.
 */
export const acceptProblems = (accepted: Accepted, on: Acceptance): readonly FieldProblem[] => {
  const places = placeProblems(on.text, [...accepted.figures, ...accepted.commitments])
  const taken = new Set<string>()
  return [
    ...accepted.figures.flatMap((figure, index) => figureProblems(figure, `figures.${index}`, on, taken, places[index])),
    ...accepted.commitments.flatMap((commitment, index) => commitmentProblems(commitment, `commitments.${index}`, on, taken, places[accepted.figures.length + index])),
  ]
}

const problemAt = (field: string, code: RefusalCode, details: FieldProblem['details'] = {}): FieldProblem => ({ field, code, details })

const figureProblems = (figure: AcceptedFigure, at: string, on: Acceptance, taken: Set<string>, place: PlaceProblem): readonly FieldProblem[] => {
  const problems = [...placeProblem(place, at), ...measureProblems(figure, at, on), ...orgProblems(figure.org, at, on), ...valueProblems(figure, at, on), ...kindProblem('reported', 'source', figure.source ?? null, `${at}.source`, on.declared)]
  const period = parsePeriod(figure.period)
  if (period === undefined) return [...problems, problemAt(`${at}.period`, 'not-period', { value: figure.period })]
  if (period.from < earliest && period.kind !== 'open') return [...problems, problemAt(`${at}.period`, 'below-minimum', { min: earliest.slice(0, 4) })]
  const key = figure.measure ?? on.keyOf(figure.create?.title ?? '')
  const cell = `${key}|${figure.org}|${period.to}`
  const standing = on.standing(key, figure.org, period.to)
  if (standing !== undefined) problems.push(problemAt(`${at}.period`, 'value-stands', { period: period.key, entry: standing }))
  else if (taken.has(cell)) problems.push(problemAt(`${at}.period`, 'value-twice', { period: period.key }))
  taken.add(cell)
  return problems
}

const placeProblem = (place: PlaceProblem, at: string): FieldProblem[] =>
  place === undefined ? [] : [place === 'offset-outside' ? problemAt(`${at}.offset`, 'offset-outside') : problemAt(`${at}.quote`, 'quote-not-there')]

const measureProblems = ({ measure: key, create }: AcceptedFigure, at: string, { declared, posts, tree }: Acceptance): readonly FieldProblem[] => {
  if (key !== undefined && create !== undefined) return [problemAt(`${at}.create`, 'measure-or-new')]
  if (create !== undefined) {
    if (tree.orgs.get(create.owner)?.kind !== 'office' && create.owner !== tree.root) return [problemAt(`${at}.create.owner`, 'not-org', { value: create.owner })]
    const known = [...declared.measures.values()].some((measure) => measure.title.zh === create.title)
    if (known) return [problemAt(`${at}.create.title`, 'title-taken', { title: create.title })]
    return answersFor(posts, create.owner) ? [] : [problemAt(`${at}.create.owner`, 'other-office')]
  }
  if (key === undefined) return [problemAt(`${at}.measure`, 'field-required')]
  const measure = declared.measures.get(key)
  if (measure === undefined || measure.part === true) return [problemAt(`${at}.measure`, 'not-found', { what: key })]
  return answersFor(posts, measure.owner) ? [] : [problemAt(`${at}.measure`, 'other-office')]
}

const orgProblems = (org: string, at: string, { tree }: Acceptance): readonly FieldProblem[] => (tree.orgs.has(org) ? [] : [problemAt(`${at}.org`, 'not-org', { value: org })])

const valueProblems = ({ value, growth }: AcceptedFigure, at: string, { declared }: Acceptance): readonly FieldProblem[] =>
  value === null && growth === null ? [problemAt(`${at}.value`, 'field-required')] : [...kindProblem('reported', 'value', value, `${at}.value`, declared), ...kindProblem('reported', 'growth', growth, `${at}.growth`, declared)]

/** What the kind of a ledger's field says of a value. */
const kindProblem = (ledger: string, key: string, value: string | null, at: string, { ledgers }: Declared): readonly FieldProblem[] => {
  const field = findField(ledgers.get(ledger) ?? { fields: [] }, key)
  const read = field === undefined || value === null ? null : kindOf(field).parse(value, field)
  return isProblem(read) ? [problemAt(at, read.problem, read.details)] : []
}

const commitmentProblems = (it: AcceptedCommitment, at: string, on: Acceptance, taken: Set<string>, place: PlaceProblem): readonly FieldProblem[] => {
  const problems = [...placeProblem(place, at), ...orgProblems(it.org, at, on), ...kindProblem('commitment', 'target', it.target?.value ?? null, `${at}.target.value`, on.declared)]
  if (problems.every((each) => each.field !== `${at}.org`) && !answersFor(on.posts, it.org)) problems.push(problemAt(`${at}.org`, 'other-office'))
  if (it.deadline !== null && parseDay(it.deadline) === undefined) problems.push(problemAt(`${at}.deadline`, 'not-day', { value: it.deadline }))
  const standing = on.promised(it.offset, it.kind)
  const cell = `${it.kind}@${it.offset}`
  if (standing !== undefined) problems.push(problemAt(`${at}.quote`, 'promise-stands', { entry: standing }))
  else if (taken.has(cell)) problems.push(problemAt(`${at}.quote`, 'promise-twice'))
  taken.add(cell)
  return problems
}

/** Whether posts answer for what an office does: its own people, and the town office. */
const answersFor = (posts: readonly Post[], owner: string): boolean => posts.some((post) => post.role === 'office' || (isOfficePost(post) && post.org === owner))

/** The document as its entry will have it, or the entry it has since it was accepted before. */
export type AcceptedSource = { readonly title: string; readonly day: Day; readonly entry?: number; readonly fields: Fields }

/** The one change set of what was confirmed: new measures, the document, values stated in it, promises as drafts. */
export const acceptChanges = (accepted: Accepted, source: AcceptedSource, on: Acceptance, verb: string): readonly Change[] => {
  const document = source.entry === undefined ? '@source' : String(source.entry)
  const create = (ledger: string, fields: Fields, handle?: string): Change => ({ act: 'create', verb, ledger, spans: [{ from: null, to: null, fields: withoutEmpty(fields) }], ...(handle === undefined ? {} : { handle }) })
  return [
    ...newMeasures(accepted.figures, on).map((measure): Change => ({ act: 'declare', verb, declaration: { kind: 'measure', measure } })),
    ...(source.entry === undefined ? [create('source', source.fields, 'source')] : []),
    ...accepted.figures.map((it) => {
      const period = parsePeriod(it.period)
      const place = { document, offset: String(it.offset), quote: it.quote }
      return create('reported', { measure: it.measure ?? on.keyOf(it.create?.title ?? ''), org: it.org, period: period?.key ?? null, day: period?.to ?? null, value: it.value, growth: it.growth, status: 'stated', source: it.source ?? `${source.title}，${source.day}`, ...place })
    }),
    ...accepted.commitments.map((it) => {
      const target = { target: it.target?.value ?? null, target_unit: it.target?.unit ?? null, qualifier: it.target?.qualifier ?? null }
      return create('commitment', { org: it.org, day: source.day, source: document, offset: String(it.offset), quote: it.quote, text: it.text, kind: it.kind, ...target, deadline: it.deadline, deadline_text: it.deadlineText, modality: it.modality, state: 'draft' })
    }),
  ]
}

/** Measures made on the spot, each title once. They are reported as their periods say. */
export const newMeasures = (figures: readonly AcceptedFigure[], { keyOf, declared }: Pick<Acceptance, 'keyOf' | 'declared'>): readonly Measure[] => {
  const made = new Map<string, Measure>()
  for (const { create } of figures) {
    if (create === undefined || made.has(create.title)) continue
    const periods = figures.flatMap((each) => (each.create?.title === create.title ? (parsePeriod(each.period) ?? []) : []))
    const about = create.about ?? `从文件中采纳的“${create.title}”。`
    const line = [...declared.measures.values(), ...declared.ledgers.values()].find((each) => each.owner === create.owner)?.line ?? create.owner
    const definition = { kind: 'reported' as const, basis: basisOf(periods.map((period) => period.kind)) }
    made.set(create.title, Measure.parse({ key: keyOf(create.title), title: words(create.title, create.title), about: words(about, about), line, owner: create.owner, display: create.display, definition, change: create.display.unit === '%' ? 'points' : 'percent' }))
  }
  return [...made.values()]
}

const basisOf = (kinds: readonly string[]): 'month' | 'quarter' | 'year-to-date' | 'point' => {
  const [kind] = new Set(kinds)
  if (kinds.some((each) => each !== kind)) return 'year-to-date'
  return kind === 'month' || kind === 'quarter' ? kind : kind === 'open' ? 'point' : 'year-to-date'
}

const withoutEmpty = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter((pair): pair is [string, Exclude<Value, null>] => pair[1] !== null))
