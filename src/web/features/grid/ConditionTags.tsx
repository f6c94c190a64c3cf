import { Tag } from 'antd'
import type { Condition } from '../../../core/ledger/conditions.ts'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { findField } from '../../../core/ledger/ledger.ts'
import type { Value } from '../../../core/ledger/value.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { viewOf } from '../../fields/fields.ts'
import { useTelling } from '../../fields/useTelling.ts'

type Props = { readonly ledger: Ledger; readonly conditions: readonly Condition[]; readonly onDrop: (at: number) => void }

/** The conditions of a list in words, each removable. */
export const ConditionTags = ({ ledger, conditions, onDrop }: Props) => {
  const { m, lang } = useSpeech()
  const telling = useTelling()
  const tell = ({ field: key, sign, values }: Condition): string => {
    const field = findField(ledger, key)
    if (field === undefined) return `${key}${sign}${values.join('|')}`
    const text = (value: string): string => {
      const read: Value = field.kind === 'flag' ? value === 'true' : value
      return value === '' ? m.ui.blank : sign === '~' ? `“${value}”` : viewOf(field).text(read, field, telling)
    }
    return `${field.title[lang]} ${m.grid.signs[sign]}${values.length === 0 ? '' : ` ${values.map(text).join(m.grid.or)}`}`
  }
  return conditions.map((condition, at) => (
    <Tag key={at} closable={{ closeIcon: '×', 'aria-label': m.ledger.dropCondition(tell(condition)) }} onClose={() => onDrop(at)}>
      {tell(condition)}
    </Tag>
  ))
}
