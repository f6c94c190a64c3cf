import { parseDay } from '../../core/time/day.ts'
import type { SealedEdition } from './edition-record.ts'
import { readXml } from '../document/xml.ts'
import { escaped, xmlText } from './element.ts'
import { readEntry } from './zip.ts'

/** Where the words of a file were taken from: a town by its code, a report by its entry, and the journal number they stood at; `figures` is the number its figures are told as of. */
export type TakenAt = { readonly town: string; readonly report: number; readonly journal: number; readonly figures: number }

/** What the file says of itself beside its pages. */
export type Described = { readonly title: string; readonly org: string; readonly period: { readonly key: string; readonly title: string }; readonly demo: string | undefined; readonly sealed: SealedEdition | undefined; readonly taken: TakenAt | undefined }

/** docProps/core.xml. It is dated by the day of sealing and by nothing else, so that the same edition is the same file. */
export const coreProperties = ({ title, org, period, demo, sealed }: Described): string => {
  const time = (name: string): string => (sealed === undefined ? '' : `<dcterms:${name} xsi:type="dcterms:W3CDTF">${sealed.day}T00:00:00Z</dcterms:${name}>`)
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties ${coreNamespaces}><dc:title>${escaped(title)}</dc:title><dc:subject>${escaped(period.title)}</dc:subject><dc:creator>${escaped(org)}</dc:creator>${demo === undefined ? '' : `<dc:description>${escaped(demo)}</dc:description>`}<cp:lastModifiedBy>${escaped(org)}</cp:lastModifiedBy><cp:revision>1</cp:revision>${time('created')}${time('modified')}</cp:coreProperties>`
}

/** The custom properties: whose report, of which period, and the head of the journal a sealed edition is anchored at. */
export const customProperties = ({ org, period, demo, sealed, taken }: Described, longTags: ReadonlyMap<string, string>): { readonly name: string; readonly value: string }[] => [
  { name: 'Town', value: xmlText(org) },
  { name: 'Period', value: period.key },
  ...(taken === undefined ? [] : [{ name: 'TownCode', value: taken.town }, { name: 'Report', value: String(taken.report) }, { name: 'Journal', value: String(taken.journal) }, { name: 'Figures', value: String(taken.figures) }]),
  ...(demo === undefined ? [] : [{ name: 'Demonstration', value: xmlText(demo) }]),
  ...(sealed === undefined
    ? []
    : [
        { name: 'Edition', value: String(sealed.number) },
        { name: 'SealedOn', value: sealed.day },
        { name: 'HeadNumber', value: String(sealed.headNumber) },
        { name: 'HeadHash', value: sealed.headHash },
      ]),
  ...[...longTags].map(([name, value]) => ({ name, value: xmlText(value) })),
]

/** The custom properties of a file by name, as the part of that kind has them; undefined when it is not well-formed. */
export const readProperties = (xml: string): ReadonlyMap<string, string> | undefined => {
  const properties = new Map<string, string>()
  let name: string | undefined
  const sound = readXml(xml, {
    open: (_, attribute) => {
      const own = attribute('name')
      if (own === undefined) return
      name = own
      properties.set(own, '')
    },
    close: () => undefined,
    text: (text) => {
      if (name !== undefined) properties.set(name, (properties.get(name) ?? '') + text)
    },
  })
  return sound ? new Map([...properties].map(([key, text]) => [key, text.trim()])) : undefined
}

/** The mark of a demonstration a document carries; undefined for any other. */
export const demonstrationOf = (docx: Uint8Array): string | undefined =>
  [...(readEntry(docx, 'docProps/custom.xml') ?? '').matchAll(propertyShape)].find(([, name]) => name === 'Demonstration')?.[2]

/** Reads the sealed edition a document was written from; undefined for a report not sealed, and for any other file. */
export const readSealedEdition = (docx: Uint8Array): (SealedEdition & { readonly period: string }) | undefined => {
  const properties = new Map([...(readEntry(docx, 'docProps/custom.xml') ?? '').matchAll(propertyShape)].map(([, name = '', text = '']) => [name, text]))
  const whole = (name: string): number => (/^[1-9]\d{0,14}$/.test(properties.get(name) ?? '') ? Number(properties.get(name)) : Number.NaN)
  const [number, headNumber, headHash, day, period] = [whole('Edition'), whole('HeadNumber'), properties.get('HeadHash'), parseDay(properties.get('SealedOn') ?? ''), properties.get('Period')]
  if (Number.isNaN(number) || Number.isNaN(headNumber) || headHash === undefined || day === undefined || period === undefined) return undefined
  return { number, headNumber, headHash, day, period }
}

const coreNamespaces =
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
const propertyShape = /<property\b[^>]*\bname="([^"]*)"[^>]*>\s*<vt:lpwstr>([^<]*)<\/vt:lpwstr>/g
