import { Tag } from 'antd'
import type { Condition } from '../../../core/ledger/conditions.ts'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useConditionWords } from './useConditionWords.ts'

type Props = { readonly ledger: Ledger; readonly conditions: readonly Condition[]; readonly onDrop: (at: number) => void }

/** The conditions of a list in words, each removable. */
export const ConditionTags = ({ ledger, conditions, onDrop }: Props) => {
  const { m } = useSpeech()
  const tell = useConditionWords(ledger)
  return conditions.map((condition, at) => (
    <Tag key={at} closable={{ closeIcon: '×', 'aria-label': m.ledger.dropCondition(tell(condition)) }} onClose={() => onDrop(at)}>
      {tell(condition)}
    </Tag>
  ))
}
