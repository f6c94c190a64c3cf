import { useMemo } from 'react'
import { Select } from 'antd'
import { indicatorColumns } from '../../../core/report/indicator-table.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useOrgs } from '../../app/orgs.ts'
import { OrgPicker } from '../../ui/OrgPicker.tsx'
import { PeriodPicker } from '../../ui/PeriodPicker.tsx'
import type { useIndicator } from './useIndicator.ts'

const joined = (keys: readonly string[]): string | undefined => (keys.length === 0 ? undefined : keys.join(','))

/** What the table shows: a saved one, or measures found by title or the initials of their pinyin, orgs beside the whole, and columns. */
export const IndicatorFilters = ({ it }: { readonly it: ReturnType<typeof useIndicator> }) => {
  const { m, w, lang } = useSpeech()
  const { orgs, root } = useOrgs()
  const words = m.indicator
  const measures = useMemo(() => (it.measures.data?.measures ?? []).map((each) => ({ value: each.key, label: w(each.title), find: `${each.title.zh} ${each.title.en} ${each.initials} ${each.key}` })), [it.measures.data, w])
  return (
    <div className="filters" role="search">
      <PeriodPicker kinds={['month', 'quarter', 'half', 'year']} value={it.period} onChange={(period) => it.set({ period })} />
      <OrgPicker value={it.search.org ?? root ?? null} onChange={(org) => it.set({ org: org === null || org === root ? undefined : org })} />
      <Select
        aria-label={words.table}
        className="filter-line"
        value={it.search.table ?? ''}
        onChange={(table) => it.set({ table: table === '' ? undefined : table, measures: undefined, orgs: undefined, columns: undefined })}
        options={[{ value: '', label: m.ui.named(words.table, words.noTable) }, ...(it.saved.data?.tables ?? []).map((table) => ({ value: String(table.entry), label: table.title }))]}
        popupMatchSelectWidth={false}
      />
      <Select mode="multiple" aria-label={words.measures} className="indicator-many" placeholder={words.measuresAll} value={[...it.chosenMeasures]} onChange={(keys) => it.set({ measures: joined(keys) })} options={measures} showSearch={{ optionFilterProp: 'find' }} maxTagCount="responsive" popupMatchSelectWidth={false} />
      <Select
        mode="multiple"
        aria-label={words.orgs}
        className="indicator-many"
        placeholder={words.noOrgs}
        value={[...it.chosenOrgs]}
        onChange={(codes) => it.set({ orgs: joined(codes) })}
        options={orgs.filter((org) => org.code !== root).map((org) => ({ value: org.code, label: org[lang], find: `${org.zh} ${org.en} ${org.code}` }))}
        showSearch={{ optionFilterProp: 'find' }}
        maxTagCount="responsive"
        popupMatchSelectWidth={false}
      />
      <Select mode="multiple" aria-label={words.columns} className="indicator-many" placeholder={words.columnsAll} value={[...it.chosenColumns]} onChange={(columns) => it.set({ columns: joined(columns) })} options={indicatorColumns.map((column) => ({ value: column, label: words.columnTitles[column] }))} maxTagCount="responsive" popupMatchSelectWidth={false} />
    </div>
  )
}
