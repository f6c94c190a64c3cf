import type { Predicate } from '../access/predicate.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { findField } from '../ledger/ledger.ts'
import { kindOf } from '../ledger/kinds/kinds.ts'
import type { Lang, Words } from '../words.ts'
import { words } from '../words.ts'
import { countedOf } from './counted.ts'
import type { Measure, Term } from './measure.ts'
import { ledgerOf } from './measure.ts'

export type Declared = { readonly ledgers: ReadonlyMap<string, Ledger>; readonly measures: ReadonlyMap<string, Measure> }

/**
 * How a measure is counted, as one sentence: over which ledger, which rows, what is added; or its formula. Given
 * only the ledgers a reader may open, it names no other.
 */
export const describeMeasure = (measure: Measure, declared: Declared): Words => words(told(measure, declared, 'zh'), told(measure, declared, 'en'))

const told = (measure: Measure, declared: Declared, lang: Lang): string => {
  const { definition } = measure
  const zh = lang === 'zh'
  if (definition.kind === 'formula') return formula(definition, declared, lang)
  if (definition.kind === 'reported') return zh ? `由责任科室按${bases[definition.basis].zh}填报。` : `Reported by the office that answers for it, ${bases[definition.basis].en}.`
  const ledger = declared.ledgers.get(ledgerOf(definition) ?? '')
  if (ledger === undefined) return zh ? '由未对您公开的台账逐条计算。' : 'Counted from a ledger that is not open to you.'
  const name = (key: string): string => findField(ledger, key)?.title[lang] ?? key
  const where = conditionText(countedOf(definition, ledger), ledger, lang)
  const rows = zh ? `台账“${ledger.title.zh}”${where === '' ? '' : `中${where}的条目`}` : `the ledger "${ledger.title.en}"${where === '' ? '' : `, rows where ${where}`}`
  switch (definition.kind) {
    case 'count':
      return zh ? `${rows}的条数。` : `Number of entries of ${rows}.`
    case 'sum':
      return zh ? `${rows}的“${name(definition.field)}”合计。` : `Sum of "${name(definition.field)}" over ${rows}.`
    case 'distinct': {
      const keys = definition.fields.map(name)
      return zh ? `${rows}按“${keys.join('、')}”去重计数。` : `Distinct ${keys.map((key) => `"${key}"`).join(' and ')} in ${rows}.`
    }
    case 'stock': {
      const field = definition.field
      return zh ? `${rows}在期末日仍有效的${field === undefined ? '条数' : `“${name(field)}”合计`}。` : `${field === undefined ? 'Entries' : `Sum of "${name(field)}"`} in force at the last day, over ${rows}.`
    }
    case 'cohort': {
      const event = definition.event === undefined ? '' : zh ? `、至截止日已有“${name(definition.event)}”` : ` and "${name(definition.event)}" by the cutoff`
      const what = definition.field === undefined ? (zh ? '条数' : 'Entries') : zh ? `“${name(definition.field)}”合计` : `Sum of "${name(definition.field)}"`
      return zh ? `${rows}，按“${name(definition.found)}”归月${event}的${what}。` : `${what} of ${rows}, found in the period by "${name(definition.found)}"${event}.`
    }
    default:
      return definition satisfies never
  }
}

const bases = { month: words('月', 'month by month'), quarter: words('季', 'quarter by quarter'), 'year-to-date': words('年初以来累计', 'cumulated since the year began'), point: words('期末时点', 'as at the last day') } as const

const formula = (definition: Extract<Measure['definition'], { kind: 'formula' }>, declared: Declared, lang: Lang): string => {
  const above = linear(definition.numerator, declared, lang)
  const many = definition.numerator.length > 1
  const below = definition.denominator === undefined ? '' : ` ÷ ${definition.denominator.length > 1 ? `(${linear(definition.denominator, declared, lang)})` : linear(definition.denominator, declared, lang)}`
  const times = definition.times === '1' ? '' : definition.times === '100' && below !== '' ? ' × 100%' : ` × ${definition.times}`
  return `${many && (below !== '' || times !== '') ? `(${above})` : above}${below}${times}`
}

const linear = (terms: readonly Term[], declared: Declared, lang: Lang): string =>
  terms
    .map((term, index) => {
      const minus = term.times.startsWith('-')
      const size = term.times.replace('-', '')
      const name = `${named(term.measure, declared, lang)}${term.at === 'year-start' ? (lang === 'zh' ? '（年初）' : ' (when the year began)') : ''}`
      return `${minus ? (index === 0 ? '−' : ' − ') : index === 0 ? '' : ' + '}${size === '1' ? '' : `${size} × `}${name}`
    })
    .join('')

/** A measure by its title; a working part, which no list shows, by how it is counted. */
const named = (key: string, declared: Declared, lang: Lang): string => {
  const measure = declared.measures.get(key)
  if (measure?.part !== true) return measure?.title[lang] ?? key
  return told(measure, declared, lang).replace(/[。.]$/, '')
}

/** A condition in words, with the titles of fields and choices. */
export const conditionText = (predicate: Predicate, ledger: Ledger, lang: Lang): string => {
  const zh = lang === 'zh'
  const named = (key: string): string => findField(ledger, key)?.title[lang] ?? key
  const shown = (key: string, value: string | boolean): string => {
    const field = findField(ledger, key)
    return field === undefined || field.kind === 'sealed' ? String(value) : kindOf(field).format(value, field, lang)
  }
  switch (predicate.kind) {
    case 'all':
      return predicate.of.map((each) => conditionText(each, ledger, lang)).join(zh ? '且' : ' and ')
    case 'any':
      return `（${predicate.of.map((each) => conditionText(each, ledger, lang)).join(zh ? '或' : ' or ')}）`
    case 'not':
      return zh ? `非（${conditionText(predicate.of, ledger, lang)}）` : `not (${conditionText(predicate.of, ledger, lang)})`
    case 'is':
      return predicate.value === null ? (zh ? `“${named(predicate.field)}”为空` : `"${named(predicate.field)}" is empty`) : zh ? `“${named(predicate.field)}”为${shown(predicate.field, predicate.value)}` : `"${named(predicate.field)}" is ${shown(predicate.field, predicate.value)}`
    case 'in':
      return `${zh ? `“${named(predicate.field)}”为` : `"${named(predicate.field)}" is `}${predicate.values.map((value) => shown(predicate.field, value)).join(zh ? '或' : ' or ')}`
    case 'compare':
      return `${zh ? `“${named(predicate.field)}”` : `"${named(predicate.field)}" `}${signs[predicate.op]}${predicate.value}`
    case 'known':
      return zh ? `“${named(predicate.field)}”已填` : `"${named(predicate.field)}" is given`
    case 'contains':
      return zh ? `“${named(predicate.field)}”含“${predicate.text}”` : `"${named(predicate.field)}" contains "${predicate.text}"`
    case 'spelt':
      return zh ? `“${named(predicate.field)}”按拼音首字母相符` : `"${named(predicate.field)}" is spelt so`
    default:
      return predicate satisfies never
  }
}

const signs = { '<': '＜', '<=': '≤', '>': '＞', '>=': '≥' } as const
