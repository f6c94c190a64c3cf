import type { PublicEditionRef } from '../../api/publication.ts'
import { comparePublications, readPublicFigure, readPublication } from '../../api/publication.ts'
import { reportedStatuses } from '../../core/ledger/system.ts'
import { describeMeasure } from '../../core/measure/describe.ts'
import type { Sum } from '../../core/measure/figure.ts'
import type { Measure } from '../../core/measure/measure.ts'
import { windowOf } from '../../core/measure/window.ts'
import { toScale, unitText } from '../../core/quantity/unit.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { byPlace } from '../../core/report/brief.ts'
import { countChanges } from '../../core/report/compare-blocks.ts'
import { comparePublic } from '../../core/report/compare-public.ts'
import { toldByPin } from '../../core/report/edition.ts'
import type { NoBreakdown } from '../../core/report/publication.ts'
import { breakdownOf, openToAll, publicDocument, publicRows } from '../../core/report/publication.ts'
import { withholdCells } from '../../core/report/withhold-cells.ts'
import type { Day } from '../../core/time/day.ts'
import { period, titleOf } from '../../core/time/period.ts'
import { words } from '../../core/words.ts'
import { figureScope } from '../../store/figures.ts'
import { movedPins } from '../../store/moved-pins.ts'
import { readKeysByPlace, readOrgSums } from '../../store/org-sums.ts'
import type { PublicationEntry } from '../../store/publications.ts'
import { findPublications } from '../../store/publications.ts'
import type { EditionEntry } from '../../store/reports.ts'
import { findEditions } from '../../store/reports.ts'
import type { Reader } from '../endpoint.ts'
import type { OpenAsk } from '../open-endpoint.ts'
import { openEndpoint } from '../open-endpoint.ts'
import { orgName } from '../org-ref.ts'
import { presentChange, printing } from '../present-change.ts'
import { presentMovedPins, presentTold } from '../present-report.ts'
import { townInfo } from '../town-info.ts'
import { presentCatalogue } from './publication.ts'

/** A publication that stands, with its edition. */
const loadEdition = async ({ town }: OpenAsk<unknown>, reader: Reader, entry: number) => {
  const [publication] = await findPublications(reader, town.schema, { publication: entry })
  if (publication === undefined) return refuse('not-found', { what: `#${entry}` })
  if (publication.state === 'withdrawn') return refuse('publication-withdrawn')
  const [edition] = await findEditions(reader, town.schema, { edition: publication.edition })
  return edition === undefined ? refuse('not-found', { what: `#${entry}` }) : { publication, edition }
}

/** The same with the scope its figures were pinned in. */
const loadPublic = async (ask: OpenAsk<{ readonly publication: number }>, reader: Reader) => {
  const { input, town, book } = ask
  const seen = await loadEdition(ask, reader, input.publication)
  if (isRefusal(seen)) return seen
  const { pins } = seen.edition
  const scope = await figureScope(reader, town.schema, book, { period: period(pins.period), org: pins.org, cutoff: pins.cutoff as Day, asOf: pins.asOf, measures: pins.figures.map((pin) => pin.measure) })
  return { ...seen, scope }
}

const presentEdition = ({ publication, edition }: { readonly publication: PublicationEntry; readonly edition: EditionEntry }): PublicEditionRef => ({ publication: publication.id, index: publication.index, number: edition.number, day: edition.day })

export const readPublicationEndpoint = openEndpoint({
  route: readPublication,
  load: async (ask, reader) => {
    const seen = await loadPublic(ask, reader)
    if (isRefusal(seen)) return seen
    const { schema } = ask.town
    const editions = new Map((await findEditions(reader, schema, { report: seen.edition.report })).map((edition) => [edition.id, edition]))
    const others = (await findPublications(reader, schema, 'all')).flatMap((publication) => {
      const edition = editions.get(publication.edition)
      return edition === undefined || publication.state === 'withdrawn' || publication.id === seen.publication.id ? [] : [presentEdition({ publication, edition })]
    })
    return { ...seen, others: others.sort((a, b) => b.number - a.number), moved: await movedPins(reader, schema, ask.book, seen.edition.pins) }
  },
  present: ({ publication, edition, scope, others, moved }, { book, house }) => {
    const { zh, en, demo, today } = townInfo(house, book)
    return {
      town: { zh, en, demo, today },
      catalogue: presentCatalogue(publication),
      smallCell: publication.smallCell,
      title: edition.document.title,
      periodTitle: titleOf(period(edition.pins.period)),
      edition: { number: edition.number, day: edition.day, headNumber: edition.headNumber, headHash: edition.headHash },
      document: publicDocument(edition.document),
      told: presentTold(new Map(edition.pins.figures.map((pin) => [pin.measure, toldByPin(pin)]))),
      figures: edition.pins.figures.map((pin) => ({ id: pin.measure, title: scope.measures.get(pin.measure)?.title ?? words(pin.measure, pin.measure), source: pin.source })),
      editions: others,
      restatement: presentMovedPins(edition.pins, moved, new Map([...scope.measures, ...book.declared.measures])),
    }
  },
})

export const comparePublicationsEndpoint = openEndpoint({
  route: comparePublications,
  load: async (ask, reader) => {
    const [one, other] = [await loadEdition(ask, reader, ask.input.publication), await loadEdition(ask, reader, ask.input.with)]
    if (isRefusal(one)) return one
    if (isRefusal(other)) return other
    if (one.edition.report !== other.edition.report) return refuse('not-found', { what: `#${ask.input.with}` })
    return one.edition.number <= other.edition.number ? { was: one, now: other } : { was: other, now: one }
  },
  present: ({ was, now }, { book, house }) => {
    const { zh, en, demo, today } = townInfo(house, book)
    const print = ({ pins }: EditionEntry) => printing(new Map(pins.figures.map((pin) => [pin.measure, toldByPin(pin)])))
    const changes = comparePublic(was.edition.document, now.edition.document, print(was.edition), print(now.edition))
    return { town: { zh, en, demo, today }, title: { was: was.edition.document.title, now: now.edition.document.title }, was: presentEdition(was), now: presentEdition(now), counts: countChanges(changes), changes: changes.map(presentChange) }
  },
})

export const readPublicFigureEndpoint = openEndpoint({
  route: readPublicFigure,
  load: async (ask, reader) => {
    const seen = await loadPublic(ask, reader)
    if (isRefusal(seen)) return seen
    const { edition, scope } = seen
    const pin = edition.pins.figures.find((each) => each.measure === ask.input.measure)
    const measure = scope.measures.get(ask.input.measure)
    if (pin === undefined || measure === undefined) return refuse('not-found', { what: ask.input.measure })
    return { ...seen, pin, measure, told: pin.source === 'computed' || pin.source === 'formula' ? await sumsByOrg(ask, reader, seen.scope, measure) : ('reported' as const) }
  },
  present: ({ publication, scope, pin, measure, told }, { book }) => {
    const least = publication.smallCell
    const breakdown = typeof told === 'string' ? undefined : withholdCells([...told.sums].map(([org, { amount, rows }]) => ({ org, rows, value: amount })), least)
    const byOrg = typeof told === 'string' || breakdown === undefined || breakdown.shown.length === 0 ? null : { adds: told.adds, shown: breakdown.shown.map((cell) => ({ org: orgName(scope.tree, cell.org), value: toScale(cell.value, measure.display.scale) })), withheld: breakdown.withheld.map((org) => orgName(scope.tree, org)) }
    const status = reportedStatuses.find((each) => each.key === pin.status)
    return {
      id: pin.measure,
      title: measure.title,
      text: pin.text,
      change: pin.change,
      about: measure.about,
      method: describeMeasure(measure, { ledgers: openToAll(book.declared.ledgers), measures: scope.measures }),
      unit: unitText(measure.display, 'zh'),
      ownerName: orgName(scope.tree, measure.owner),
      source: pin.source,
      status: status?.title ?? null,
      rows: publicRows(pin.rows, least),
      smallCell: least,
      byOrg,
      noOrg: byOrg !== null ? null : typeof told === 'string' ? told : 'small',
    }
  },
})

/** What each village or office added to a figure as it was sealed, or why that is not told. */
const sumsByOrg = async ({ book }: OpenAsk<unknown>, reader: Reader, scope: Awaited<ReturnType<typeof figureScope>>, measure: Measure): Promise<{ readonly adds: boolean; readonly sums: ReadonlyMap<string, Sum> } | NoBreakdown> => {
  const { definition } = measure
  const how = breakdownOf(measure, book.declared.ledgers)
  if (how !== 'adds' && how !== 'distinct') return how
  const window = definition.kind === 'formula' ? undefined : windowOf(definition, scope.query.period, scope.query.cutoff, 'cutoff')
  if (window === undefined) return 'reported'
  const slot = { measure: measure.key, window }
  if (how === 'distinct') return { adds: false, sums: await readKeysByPlace(reader, scope, slot) }
  return { adds: true, sums: byPlace((await readOrgSums(reader, scope, [slot]))(slot), scope.tree) }
}
