/**
 * Conditions of a list as they stand in its address: `kind:pig|sheep` is one of these, `name~厂` contains, `day>=2023-01-01` and `day<=…` bound,
 * `org^v1` is an organisation or one below it, `closed?` has a value, `closed!` is empty; joined by `;`. Among the choices of `:` an empty text stands for
 * no value. What would be read as a mark is written as `%3B`, `%7C`, `%25`.
 */
export type Condition = { readonly field: string; readonly sign: ConditionSign; readonly values: readonly string[] }

export const conditionSigns = [':', '~', '^', '>=', '<=', '?', '!'] as const
export type ConditionSign = (typeof conditionSigns)[number]

/** The conditions of a text; a part that is none comes back as the text it is. */
export const parseConditions = (text: string | undefined): readonly (Condition | string)[] =>
  (text ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const found = /^([a-z][a-z0-9_]*)(:|~|\^|>=|<=|\?|!)(.*)$/s.exec(part)
      if (found === null) return part
      const [, field = '', sign = '', rest = ''] = found
      if (sign === '?' || sign === '!') return rest === '' ? { field, sign, values: [] } : part
      return { field, sign: sign as ConditionSign, values: (sign === ':' ? rest.split('|') : [rest]).map(plain) }
    })

/** The text of conditions; undefined for none. */
export const conditionsText = (conditions: readonly Condition[]): string | undefined =>
  conditions.length === 0 ? undefined : conditions.map(({ field, sign, values }) => `${field}${sign}${values.map(marked).join('|')}`).join(';')

const marked = (value: string): string => value.replaceAll('%', '%25').replaceAll(';', '%3B').replaceAll('|', '%7C')
const plain = (value: string): string => value.replaceAll('%3B', ';').replaceAll('%7C', '|').replaceAll('%25', '%')
