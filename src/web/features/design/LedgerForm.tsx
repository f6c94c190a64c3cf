import { useId, useRef } from 'react'
import { useMutation } from '@tanstack/react-query'
import { Checkbox, Input, Radio, Select } from 'antd'
import type { Draft } from '../../../core/designing/draft.ts'
import { call } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useOrgs } from '../../app/orgs.ts'
import { useSession } from '../../app/session.tsx'
import { lineKeys } from '../../messages/lines.ts'
import { FormRow } from '../../ui/FormRow.tsx'
import { OrgPicker } from '../../ui/OrgPicker.tsx'
import { retitled } from './draft-changes.ts'
import type { Designer } from './useDesigner.ts'
import { Written } from '../../ui/Written.tsx'

/** What is said of the ledger as a whole: its name, who keeps it, what a row is, and what dates, owns and tells apart its rows. */
export const LedgerForm = ({ it, blank }: { readonly it: Designer; readonly blank: boolean }) => {
  const { m, w, lang } = useSpeech()
  const { posts } = useSession()
  const { orgs } = useOrgs()
  const id = useId()
  const keyed = useRef(!blank)
  const { draft, change } = it
  const set = (next: Partial<Draft>): void => change({ do: 'set', set: next })
  const row = (part: string) => {
    const problem = it.problemAt(part)
    return { id: `${id}-${part}`, problem: problem === undefined ? undefined : w(problem) }
  }
  const control = (part: string) => ({ id: `${id}-${part}`, 'aria-describedby': `${id}-${part}-note` })
  const named = (kind?: string) => draft.lines.filter((line) => line.take && (kind === undefined || line.field.kind === kind)).map((line) => ({ value: line.field.key, label: <Written text={line.field.title[lang]} /> }))
  const everyOffice = posts.some((post) => post.role === 'office')
  const offices = orgs.filter((org) => (everyOffice ? org.kind !== 'village' && org.kind !== 'grid' : posts.some((post) => post.org.code === org.code)))
  /** A ledger without a sheet is given its key when its name is. */
  const name = useMutation({
    mutationFn: async () => {
      const { keys } = await call('design.name', { of: 'ledger', titles: [draft.title.zh.trim()] })
      if (!keyed.current) set({ key: keys[0] ?? '' })
    },
  })
  return (
    <section className="design-ledger" aria-label={m.design.ledger}>
      <FormRow {...row('title.zh')} label={m.design.name} required>
        <Input {...control('title.zh')} value={draft.title.zh} maxLength={60} onChange={(event) => set(retitled(draft, event.target.value))} onBlur={() => !keyed.current && draft.title.zh.trim() !== '' && name.mutate()} />
      </FormRow>
      <FormRow {...row('title.en')} label={m.design.english} required>
        <Input {...control('title.en')} value={draft.title.en} maxLength={120} onChange={(event) => set({ title: { ...draft.title, en: event.target.value } })} />
      </FormRow>
      <FormRow {...row('key')} label={m.design.key} required hint={m.design.keyHint}>
        <Input
          {...control('key')}
          value={draft.key}
          maxLength={48}
          onChange={(event) => {
            keyed.current = true
            set({ key: event.target.value.trim() })
          }}
        />
      </FormRow>
      <FormRow {...row('about')} label={m.design.note}>
        <Input {...control('about')} value={draft.about?.[lang] ?? ''} maxLength={300} onChange={(event) => set({ about: event.target.value === '' ? null : { zh: event.target.value, en: event.target.value } })} />
      </FormRow>
      <FormRow {...row('owner')} label={m.design.owner} required>
        <Select {...control('owner')} className="field-select" value={draft.owner} onChange={(owner: string) => set({ owner, ...(draft.org === draft.owner && { org: owner }) })} options={offices.map((org) => ({ value: org.code, label: org[lang] }))} />
      </FormRow>
      <FormRow {...row('line')} label={m.design.line} required>
        <Select {...control('line')} className="field-select" value={draft.line} onChange={(line: string) => set({ line })} options={[...new Set([...lineKeys(), draft.line])].map((line) => ({ value: line, label: m.line(line) }))} />
      </FormRow>
      <FormRow {...row('shape')} label={m.design.shape} required>
        <Radio.Group {...control('shape')} aria-label={m.design.shape} value={draft.shape} onChange={(event) => set({ shape: event.target.value as Draft['shape'] })} options={(['event', 'register'] as const).map((shape) => ({ value: shape, label: m.design.shapes[shape] }))} />
      </FormRow>
      {draft.shape === 'event' && (
        <FormRow {...row('dateField')} label={m.design.day} required>
          <Select {...control('dateField')} className="field-select" value={draft.dateField} onChange={(dateField: string) => set({ dateField })} options={named('day')} />
        </FormRow>
      )}
      <FormRow {...row('orgField')} label={m.design.org} required>
        <Select {...control('orgField')} className="field-select" value={draft.orgField ?? ''} onChange={(key: string) => set(key === '' ? { orgField: null, org: draft.org ?? draft.owner } : { orgField: key, org: null })} options={[...named('org'), { value: '', label: m.design.ownOrg }]} />
      </FormRow>
      {draft.orgField === null && !blank && (
        <FormRow {...row('org')} label={m.design.rowsOf} required>
          <OrgPicker id={`${id}-org`} describedBy={`${id}-org-note`} className="field-select" value={draft.org} onChange={(org) => set({ org })} />
        </FormRow>
      )}
      <FormRow {...row('unique')} label={m.design.unique} hint={m.design.uniqueHint}>
        <Select {...control('unique')} mode="multiple" className="field-select" value={[...draft.unique]} onChange={(unique: string[]) => set({ unique })} options={named()} />
      </FormRow>
      <Checkbox checked={draft.villageEntry} onChange={(event) => set({ villageEntry: event.target.checked })}>
        {m.design.villages}
      </Checkbox>
    </section>
  )
}
