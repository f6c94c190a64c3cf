import type { Condition } from '../../../core/ledger/conditions.ts'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { findField } from '../../../core/ledger/ledger.ts'
import type { Value } from '../../../core/ledger/value.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { viewOf } from '../../fields/fields.ts'
import { useTelling } from '../../fields/useTelling.ts'

/** Tells a condition of a list in words. */
export const useConditionWords = (ledger: Ledger): ((condition: Condition) => string) => {
  const { m, lang } = useSpeech()
  const telling = useTelling()
  return ({ field: key, sign, values }) => {
    const field = findField(ledger, key)
    if (field === undefined) return `${key}${sign}${values.join('|')}`
    const text = (value: string): string => {
      const read: Value = field.kind === 'flag' ? value === 'true' : value
      return value === '' ? m.ui.blank : sign === '~' ? `“${value}”` : viewOf(field).text(read, field, telling)
    }
    return `${field.title[lang]} ${m.grid.signs[sign]}${values.length === 0 ? '' : ` ${values.map(text).join(m.grid.or)}`}`
  }
}
