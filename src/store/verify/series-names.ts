import type { TownBook } from '../book.ts'

/** What differences call a series: its measure's key, with the version where another has taken over; a number where nothing declares it. */
export const seriesNames = (book: TownBook): ((series: number) => string) => {
  const newest = new Map(book.versions.map((each) => [each.measure.key, each.series]))
  const names = new Map(book.versions.map(({ measure, version, series }) => [series, newest.get(measure.key) === series ? measure.key : `${measure.key} v${version}`]))
  return (series) => names.get(series) ?? `series ${series}`
}
