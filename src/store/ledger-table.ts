import { hash } from 'node:crypto'
import type { Field } from '../core/ledger/field.ts'
import { kindOf } from '../core/ledger/kinds/kinds.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import { firstText } from '../core/linking/naming-fields.ts'
import { ledgerTable, quote } from './sql.ts'

/**
 * DDL of a declared ledger: one table of typed columns, a row per span. Columns are unconstrained in
 * length and scale; the core checks values when they are parsed (BOOK §12).
 */
export const createLedgerTable = (schema: string, ledger: Ledger): readonly string[] => {
  const name = ledgerTable(ledger.key)
  const at = `${quote(schema)}.${quote(name)}`
  const columns = ledger.fields.map((field) => `  ${quote(field.key)} ${columnType(field)}`)
  return [
    `create table ${at} (
  id bigint not null,
  span smallint not null,
  version bigint not null,
  void boolean not null default false,
  valid_from date,
  valid_to date,
${columns.join(',\n')},
  constraint ${quote(`${name}__pk`)} primary key (id, span)
)`,
    `comment on table ${at} is '${ledger.title.zh.replaceAll("'", "''")}: entries of the declared ledger ${ledger.key}, one row per span.'`,
    ...indexes(ledger).map(([suffix, on]) => `create index ${quote(shorten(`${name}__${suffix}`))} on ${at} (${on})`),
    ...uniqueIndexes(schema, ledger, undefined),
    ...(ledger.procedure === undefined ? [] : matterIndexes(schema, ledger)),
  ]
}

/** DDL from one version of a ledger to the next: new columns, new unique keys, and those that bind no longer; no column is dropped. */
export const alterLedgerTable = (schema: string, before: Ledger, after: Ledger): readonly string[] => {
  const at = `${quote(schema)}.${quote(ledgerTable(after.key))}`
  const known = new Set(before.fields.map((field) => field.key))
  return [
    ...after.fields.filter((field) => !known.has(field.key)).map((field) => `alter table ${at} add column ${quote(field.key)} ${columnType(field)}`),
    ...soughtOnly(before, after).map((field) => `drop index if exists ${quote(schema)}.${quote(soughtName(after, field))}`),
    ...soughtOnly(after, before).map((field) => `create index if not exists ${quote(soughtName(after, field))} on ${at} (${soughtIndex(field)[1]})`),
    ...apart(before.unique, after.unique).map((keys) => `drop index if exists ${quote(schema)}.${quote(uniqueName(after, keys))}`),
    ...uniqueIndexes(schema, after, before.unique),
    ...(after.procedure === undefined ? [] : matterIndexes(schema, after)),
  ]
}

/** Matters that are not settled, by what is due first, in the town and with the org that holds them: what a desk asks for; and those that are, by what moved last. */
const matterIndexes = (schema: string, ledger: Ledger): readonly string[] => {
  const name = ledgerTable(ledger.key)
  const open = (suffix: string, on: string): string => `create index if not exists ${quote(shorten(`${name}__${suffix}`))} on ${quote(schema)}.${quote(name)} (${on}) where settled is null and not void`
  const settled = `create index if not exists ${quote(shorten(`${name}__settled`))} on ${quote(schema)}.${quote(name)} (stepped desc nulls last, id desc) where settled is not null and not void`
  return [open('open_due_day', `due, ${quote(ledger.dateField ?? 'id')} desc, id`), open('open_holder', 'holder, due, id'), settled]
}

export const columnType = (field: Field): string => {
  const { sqlType } = kindOf(field)
  return sqlType === 'text' ? 'text collate "C"' : sqlType
}

/** By what entries are dated and of which organisation; by every field that points to another entry; of a register by what its entries are called and coded with. */
const indexes = (ledger: Ledger): readonly (readonly [string, string])[] => [...dated(ledger), ...ledger.fields.filter(isSought(ledger)).map((field): readonly [string, string] => soughtIndex(field))]

const soughtIndex = ({ key, kind }: Field): readonly [string, string] => (kind === 'reference' ? [`ref_${key}`, `${quote(key)}, id`] : [`name_${key}`, `${quote(key)}, id`])

const soughtName = (ledger: Ledger, field: Field): string => shorten(`${ledgerTable(ledger.key)}__${soughtIndex(field)[0]}`)

/** Fields that entries are found by in one version of a ledger and not in the other. */
const soughtOnly = (ledger: Ledger, other: Ledger): readonly Field[] => ledger.fields.filter((field) => isSought(ledger)(field) && !other.fields.some((each) => each.key === field.key && isSought(other)(each)))

/** Texts longer than this do not go into an index. */
const longestSought = 400

const isSought = (ledger: Ledger) => (field: Field): boolean =>
  ledger.system !== true && (field.kind === 'reference' || (ledger.shape === 'register' && field.kind === 'text' && (field.maxLength ?? longestSought) <= longestSought && (field.format !== undefined || firstText(ledger) === field.key)))

const dated = (ledger: Ledger): readonly (readonly [string, string])[] =>
  ledger.shape === 'event' && ledger.dateField !== undefined
    ? [
        ['day', `${quote(ledger.dateField)}, id`],
        ['org', `${quote(ledger.orgField)}, ${quote(ledger.dateField)}, id`],
      ]
    : [
        ['from', 'valid_from, id'],
        ['org', `${quote(ledger.orgField)}, valid_from, id`],
      ]

type Keys = Ledger['unique']

/** Unique keys bind living entries only; of a register, its last span. */
const uniqueIndexes = (schema: string, ledger: Ledger, known: Keys): readonly string[] =>
  apart(ledger.unique, known).map((keys) => {
    const columns = keys.map((key) => (ledger.fields.find((field) => field.key === key)?.kind === 'sealed' ? `left(${quote(key)}, 32)` : quote(key)))
    const living = ledger.shape === 'register' ? 'not void and valid_to is null' : 'not void'
    return `create unique index ${quote(uniqueName(ledger, keys))} on ${quote(schema)}.${quote(ledgerTable(ledger.key))} (${columns.join(', ')}) where ${living}`
  })

/** Unique keys of one version that are not in another. */
const apart = (keys: Keys, others: Keys): NonNullable<Keys> => (keys ?? []).filter((each) => others?.some((other) => other.join() === each.join()) !== true)

/** No ledger's key has two hyphens in a row, so a name with two underscores is no other ledger's table. */
const uniqueName = (ledger: Ledger, keys: readonly string[]): string => shorten(`${ledgerTable(ledger.key)}__unique_${keys.join('_')}`)

const shorten = (name: string): string => (name.length <= 63 ? name : `${name.slice(0, 54)}_${hash('sm3', name).slice(0, 8)}`)
