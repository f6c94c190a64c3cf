import { useEffect, useState } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { call } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import type { OutputOf } from '../../app/wire.ts'

/** Another matter as it was chosen. */
export type Chosen = { readonly ledger: string; readonly entry: number; readonly title: string }

type Props = { readonly id: string; /** Only of this ledger. */ readonly ledger: string | undefined; readonly own: { readonly ledger: string; readonly entry: number }; readonly openOnly: boolean; readonly value: Chosen | undefined; readonly onChange: (chosen: Chosen | undefined) => void }

/** A pause in typing after which is looked, in milliseconds. */
const pause = 200

/** Finds a matter by its words or its number, among those the reader may see, of every ledger unless one is asked for. */
export const MatterFinder = ({ id, ledger, own, openOnly, value, onChange }: Props) => {
  const { m, w } = useSpeech()
  const told = m.matter.tie
  const [text, setText] = useState('')
  const [q, setQ] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setQ(text.trim()), pause)
    return () => clearTimeout(timer)
  }, [text])
  const query = useQuery<OutputOf<'matter.find'>>({ queryKey: ['matter.find', ledger ?? '', openOnly, q], queryFn: ({ signal }) => call('matter.find', { q, list: openOnly ? 'open' : 'all', ...(ledger !== undefined && { ledger }) }, signal), enabled: q !== '', placeholderData: keepPreviousData, retry: false })
  const found = (q === '' ? [] : (query.data?.found ?? [])).filter((each) => each.title !== null && !(each.ledger === own.ledger && each.entry === own.entry))
  const keyOf = (each: { readonly ledger: string; readonly entry: number }): string => `${each.ledger} ${each.entry}`
  const options = found.map((each) => ({
    value: keyOf(each),
    title: each.title ?? '',
    label: (
      <span className="matter-found">
        <span lang="zh-CN">{each.title}</span>
        <small>{[w(each.ledgerTitle), `#${each.entry}`, each.state === null ? '' : w(each.state), each.day ?? '', each.holder === null ? '' : w(each.holder)].filter((part) => part !== '').join(' · ')}</small>
      </span>
    ),
  }))
  const shown = value === undefined || options.some((option) => option.value === keyOf(value)) ? options : [{ value: keyOf(value), title: value.title, label: value.title }, ...options]
  const failed = query.error !== null && q !== ''
  return (
    <Select
      id={id}
      aria-describedby={`${id}-note`}
      className="field-select"
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      allowClear
      value={value === undefined ? null : keyOf(value)}
      labelRender={() => (value === undefined ? null : `${value.title} #${value.entry}`)}
      onChange={(key: string | null | undefined) => {
        const chosen = found.find((each) => keyOf(each) === key)
        onChange(chosen === undefined ? undefined : { ledger: chosen.ledger, entry: chosen.entry, title: chosen.title ?? '' })
        setText('')
      }}
      options={shown}
      notFoundContent={failed ? told.findFailed : q === '' || q !== text.trim() || query.isFetching ? told.findHint : told.findNone}
      loading={query.isFetching}
      virtual={false}
    />
  )
}
