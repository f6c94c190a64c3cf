import type { Ledger } from '../ledger/ledger.ts'
import type { Measure } from '../measure/measure.ts'
import type { Block, ReportDocument } from './document.ts'
import { mapRuns } from './runs.ts'

/**
 * Making an edition public: what the disclosure catalogue tells of it, and what of the book goes out with it. Outside the town a
 * figure has a definition, a source and counts; never a row, a person, or a ledger that is not open to everyone inside.
 */

/** Index numbers as government pages carry them: the body's credit code, the year, and a number of six digits in that year. */
export const indexNumberForm = /^[0-9A-Z]{18}\/\d{4}-\d{6}$/

export const indexNumber = (code: string, year: string, serial: number): string => `${code}/${year}-${String(serial).padStart(6, '0')}`

/** The credit code in an index number. */
export const codeOf = (index: string): string => index.slice(0, 18)

/** The next index number of a year after those given; undefined while no number tells the body's code. */
export const nextIndexNumber = (given: readonly string[], year: string): string | undefined => {
  const last = given.at(-1)
  if (last === undefined) return undefined
  const own = given.filter((index) => index.startsWith(`${codeOf(last)}/${year}-`)).map((index) => Number(index.slice(-6)))
  return indexNumber(codeOf(last), year, Math.max(0, ...own) + 1)
}

/** The sealed text without what was noted for the writers: where a typed number comes from, and what was carried over. */
export const publicDocument = (document: ReportDocument): ReportDocument => ({ ...document, blocks: document.blocks.map(publicBlock) })

export const publicBlock = (block: Block): Block => {
  const { id: _, ...plain } = mapRuns(block, (run) => (run.kind === 'text' ? { kind: 'text', text: run.text } : run))
  if (plain.kind === 'heading') return plain
  const { carried: __, ...rest } = plain
  return rest
}

/** Ledgers a stranger may hear the name of. */
export const openToAll = (ledgers: ReadonlyMap<string, Ledger>): ReadonlyMap<string, Ledger> => new Map([...ledgers].filter(([, ledger]) => ledger.sensitive === undefined))

/** Why a value is not told org by org: nobody keeps its rows, parts of a rate or of a reckoning do not add up, its rows are not open, or what could be shown would tell small cells. */
export const noBreakdowns = ['reported', 'rate', 'reckoned', 'sensitive', 'small'] as const
export type NoBreakdown = (typeof noBreakdowns)[number]

/** How a measure's value is told org by org: `adds` up to the whole, or `distinct`, each counted once in every org, so that they may come to more; else why it is not. */
export const breakdownOf = ({ definition }: Pick<Measure, 'definition'>, ledgers: ReadonlyMap<string, Ledger>): 'adds' | 'distinct' | NoBreakdown => {
  switch (definition.kind) {
    case 'count':
    case 'sum':
    case 'stock':
    case 'cohort':
    case 'distinct': {
      const ledger = ledgers.get(definition.ledger)
      if (ledger === undefined || ledger.sensitive !== undefined || ledger.system === true) return 'sensitive'
      return definition.kind === 'distinct' ? 'distinct' : 'adds'
    }
    case 'reported':
      return 'reported'
    case 'formula':
      return definition.denominator === undefined ? 'reckoned' : 'rate'
    default:
      return definition satisfies never
  }
}

/** A number of rows as a stranger may know it; null where it is below what is shown. */
export const publicRows = (rows: number, least: number): number | null => (rows > 0 && rows < least ? null : rows)
