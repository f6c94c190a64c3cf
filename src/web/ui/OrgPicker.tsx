import { useMemo } from 'react'
import { Select } from 'antd'
import { useSpeech } from '../app/i18n.tsx'
import { useOrgs } from '../app/orgs.ts'

type Props = { readonly value: string | null; readonly onChange: (code: string | null) => void; readonly id?: string; readonly clearable?: boolean; readonly invalid?: boolean; readonly describedBy?: string; readonly className?: string }

/** Chooses an organisation of the tree, searchable by name in both languages and by code. */
export const OrgPicker = ({ value, onChange, id, clearable = false, invalid = false, describedBy, className = 'org-picker' }: Props) => {
  const { m, lang } = useSpeech()
  const { orgs } = useOrgs()
  const options = useMemo(() => orgs.map((org) => ({ value: org.code, label: `${'　'.repeat(org.depth)}${org[lang]}`, name: org[lang], find: `${org.zh} ${org.en} ${org.code}` })), [orgs, lang])
  return (
    <Select
      {...(id === undefined && { 'aria-label': m.ui.org })}
      {...(id !== undefined && { id })}
      {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
      {...(invalid && { status: 'error' as const, 'aria-invalid': true })}
      className={className}
      value={value}
      onChange={(code) => onChange(code ?? null)}
      allowClear={clearable}
      options={options}
      labelRender={({ value: code }) => orgs.find((org) => org.code === code)?.[lang] ?? String(code)}
      showSearch={{ optionFilterProp: 'find' }}
      popupMatchSelectWidth={false}
      virtual={false}
    />
  )
}
