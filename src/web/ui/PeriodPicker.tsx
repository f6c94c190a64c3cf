import { useMemo } from 'react'
import { Select } from 'antd'
import { parsePeriod, titleOf } from '../../core/time/period.ts'
import { useSpeech } from '../app/i18n.tsx'
import { recentPeriods } from '../app/periods.ts'
import { useSession } from '../app/session.tsx'

type Props = { readonly value: string; readonly onChange: (period: string) => void; readonly kinds?: readonly ('half' | 'quarter' | 'month' | 'year')[]; readonly id?: string; readonly className?: string }

const counts = { half: 6, quarter: 12, month: 34, year: 3 } as const

/** Chooses a counting period by its name; searchable by name and by key (2023H1). */
export const PeriodPicker = ({ value, onChange, kinds = ['half', 'quarter', 'month', 'year'], id, className = 'period-picker' }: Props) => {
  const { m, lang } = useSpeech()
  const { town } = useSession()
  const options = useMemo(() => {
    const option = (key: string) => {
      const known = parsePeriod(key)
      const label = known === undefined ? key : titleOf(known)[lang]
      return { value: key, label, find: `${key} ${label}` }
    }
    const groups = kinds.map((kind) => ({ label: m.ui.periodKinds[kind], options: recentPeriods(town.today, kind, counts[kind]).map(option) }))
    return groups.some((group) => group.options.some((each) => each.value === value)) ? groups : [{ label: m.ui.chosen, options: [option(value)] }, ...groups]
  }, [kinds, lang, m, town.today, value])
  return <Select aria-label={m.ui.period} {...(id !== undefined && { id })} className={className} value={value} onChange={onChange} options={options} showSearch={{ optionFilterProp: 'find' }} popupMatchSelectWidth={false} virtual={false} />
}
