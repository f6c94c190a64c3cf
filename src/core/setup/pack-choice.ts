import type { Field } from '../ledger/field.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Measure } from '../measure/measure.ts'
import { ledgerOf, operandsOf } from '../measure/measure.ts'
import type { Pack } from '../pack.ts'
import type { Words } from '../words.ts'

/** What a town takes of a pack: ledgers by key, and which of its own orgs does the work of a pack's office it does not have. */
export type PackChoice = { readonly ledgers: ReadonlySet<string>; readonly standIns: ReadonlyMap<string, string> }

/** A pack's words for its model town's places, each with this town's own; an empty word leaves the place out. */
export type PlaceWords = readonly { readonly from: Words; readonly to: { readonly zh: string; readonly en: string } }[]

/** A city or county: as it is called in full (宁波市), and without the word for what it is. */
export type PlaceName = { readonly full: string; readonly zh: string; readonly en: string }

/** Words that put a pack's measures and ledgers into another city and county; spots of the model town's own are left out. Without a place they are local. */
export const placeWords = ({ places: { city, county, spots } }: Pack, place: { readonly city: PlaceName; readonly county: PlaceName } | null): PlaceWords => [
  ...[{ from: county, to: place?.county }, { from: city, to: place?.city }].flatMap(({ from, to = { full: '本地', zh: '本地', en: 'local' } }) => [
    { from: { zh: `${from.zh}市`, en: from.en }, to: { zh: to.full, en: to.en } },
    { from, to },
  ]),
  ...spots.map((from) => ({ from, to: { zh: '', en: '' } })),
]

/**
 * The declarations of a pack that a choice takes: the ledgers, the measures that count them, reported measures of a
 * line of work of which any ledger is kept, and formulas all of whose operands are there. `kept` are the keys of
 * ledgers the town has already. In an order fit for declaring.
 */
export const chosenOf = (pack: Pack, choice: PackChoice, kept: ReadonlySet<string>, places: PlaceWords): { readonly ledgers: readonly Ledger[]; readonly measures: readonly Measure[] } => {
  const owned = <Part extends { readonly owner: string }>(part: Part): Part => ({ ...part, owner: choice.standIns.get(part.owner) ?? part.owner })
  const all = pack.ledgers.filter((ledger) => choice.ledgers.has(ledger.key) || kept.has(ledger.key))
  const [keys, lines] = [new Set(all.map((ledger) => ledger.key)), new Set(all.map((ledger) => ledger.line))]
  const counted = new Set<string>()
  for (const measure of inOrder(pack.measures)) if (isCounted(measure, keys, lines, counted)) counted.add(measure.key)
  return {
    ledgers: all.filter((ledger) => !kept.has(ledger.key)).map((ledger) => inPlace(owned(ledger), places)),
    measures: inOrder(pack.measures).filter((measure) => counted.has(measure.key)).map((measure) => measureIn(owned(measure), counted, places)),
  }
}

/** Offices of a pack that keep a chosen ledger or answer for a measure of it, and that a town does not have: each needs a stand-in. */
export const missingOffices = (pack: Pack, ledgers: ReadonlySet<string>, orgs: ReadonlySet<string>): readonly string[] => {
  const { ledgers: taken, measures } = chosenOf(pack, { ledgers, standIns: new Map() }, new Set(), [])
  return [...new Set([...taken, ...measures].map((each) => each.owner))].filter((owner) => !orgs.has(owner))
}

/** Who does the work of a pack's office in a town, as its declarations so far show. */
export const standInsOf = (pack: Pack, declared: { readonly ledgers: ReadonlyMap<string, Ledger>; readonly measures: ReadonlyMap<string, Measure> }): ReadonlyMap<string, string> =>
  new Map(
    [...pack.ledgers.map((ledger) => [ledger.owner, declared.ledgers.get(ledger.key)?.owner] as const), ...pack.measures.map((measure) => [measure.owner, declared.measures.get(measure.key)?.owner] as const)].flatMap(([office, owner]) =>
      owner === undefined || owner === office ? [] : [[office, owner] as const],
    ),
  )

const isCounted = ({ definition, line }: Measure, ledgers: ReadonlySet<string>, lines: ReadonlySet<string>, counted: ReadonlySet<string>): boolean => {
  if (definition.kind === 'formula') return operandsOf(definition).every((key) => counted.has(key))
  if (definition.kind === 'reported') return lines.has(line)
  return ledgers.has(ledgerOf(definition) ?? '')
}

/** Operands before the formulas made of them, those among formulas too. */
const inOrder = (measures: readonly Measure[]): readonly Measure[] => {
  const byKey = new Map(measures.map((measure) => [measure.key, measure]))
  const ordered = new Map<string, Measure>()
  const add = (measure: Measure): void => {
    if (ordered.has(measure.key)) return
    for (const key of operandsOf(measure.definition)) {
      const operand = byKey.get(key)
      if (operand !== undefined && key !== measure.key) add(operand)
    }
    ordered.set(measure.key, measure)
  }
  for (const measure of measures) add(measure)
  return [...ordered.values()]
}

const measureIn = ({ partOf, ...measure }: Measure, counted: ReadonlySet<string>, places: PlaceWords): Measure => ({
  ...measure,
  ...(partOf !== undefined && counted.has(partOf) ? { partOf } : {}),
  title: wordsIn(measure.title, places),
  about: wordsIn(measure.about, places),
})

const inPlace = (ledger: Ledger, places: PlaceWords): Ledger => ({
  ...ledger,
  title: wordsIn(ledger.title, places),
  ...(ledger.about === undefined ? {} : { about: wordsIn(ledger.about, places) }),
  fields: ledger.fields.map((field): Field => ({ ...field, title: wordsIn(field.title, places), ...(field.choices === undefined ? {} : { choices: field.choices.map((choice) => ({ ...choice, title: wordsIn(choice.title, places) })) }) })),
})

const wordsIn = (words: Words, places: PlaceWords): Words =>
  places.reduce<Words>(({ zh, en }, { from, to }) => ({ zh: zh.replaceAll(from.zh, to.zh), en: en.replaceAll(from.en, to.en).replaceAll('  ', ' ').trim() }), words)
