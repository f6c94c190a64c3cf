import type { Field } from '../core/ledger/field.ts'
import type { Ledger } from '../core/ledger/ledger.ts'

/** JSON Schema 2020-12, as far as we write it. */
export type Schema = { readonly [key: string]: unknown }

/** What a field takes, told to a program: its kind, its title in both languages, its unit and choices. */
export const fieldSchema = (field: Field): Schema => ({
  title: `${field.title.zh} ${field.title.en}`,
  ...kindSchema(field),
  ...(field.unit === undefined ? {} : { 'x-unit': field.unit }),
  ...(field.format === undefined ? {} : { 'x-format': field.format }),
  ...(field.personal === undefined ? {} : { 'x-personal': field.personal }),
})

const kindSchema = (field: Field): Schema => {
  switch (field.kind) {
    case 'text':
    case 'note':
      return { type: 'string', maxLength: field.maxLength ?? (field.kind === 'text' ? 400 : 20_000) }
    case 'integer':
    case 'decimal':
      return { type: 'string', description: `decimal text${field.min === undefined ? '' : `, from ${field.min}`}${field.max === undefined ? '' : `, up to ${field.max}`}`, pattern: field.kind === 'integer' ? '^-?\\d+$' : `^-?\\d+(\\.\\d{1,${field.decimals ?? 6}})?$` }
    case 'day':
      return { type: 'string', format: 'date' }
    case 'period':
      return { type: 'string', description: '2023-06, 2023Q2, 2023H1, 2023' }
    case 'choice':
      return { type: 'string', enum: (field.choices ?? []).map((choice) => choice.key), description: (field.choices ?? []).map((choice) => `${choice.key}: ${choice.title.zh} ${choice.title.en}`).join('; ') }
    case 'flag':
      return { type: 'boolean' }
    case 'org':
      return { type: 'string', description: 'code of an organisation, see org.list' }
    case 'reference':
      return { type: 'string', description: `number of an entry of ${field.ledger ?? 'a ledger'}` }
    case 'sealed':
      return { type: 'string', writeOnly: true }
    case 'document':
      return { type: 'string', contentMediaType: 'application/json' }
    case 'file':
      return { type: 'string', description: 'files brought with file.upload, one a line: SHA-256 in hex, a space, the name' }
    default:
      return field.kind satisfies never
  }
}

/** The fields of an entry to be made, or with `partial` of a correction: only what changes, null to clear. */
export const fieldsSchema = (ledger: Ledger, partial: boolean): Schema => ({
  type: 'object',
  properties: Object.fromEntries(ledger.fields.filter((field) => field.fixed !== true && field.retired !== true).map((field) => [field.key, partial ? { ...fieldSchema(field), type: [fieldSchema(field)['type'], 'null'] } : fieldSchema(field)])),
  additionalProperties: false,
  ...(partial ? {} : { required: ledger.fields.filter((field) => field.required === true).map((field) => field.key) }),
})
