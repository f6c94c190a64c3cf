import { useId, useState } from 'react'
import { Checkbox, Input, Select } from 'antd'
import type { ChannelOut } from '../../../api/channel.ts'
import { call } from '../../app/call.ts'
import { fieldWords } from '../../app/errors.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useOrgs } from '../../app/orgs.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { useBookAct } from '../agree/useBookAct.ts'

const kinds = ['dingtalk', 'wecom', 'signed'] as const
const languages = ['zh', 'en'] as const

/** Enters a channel or changes one; an address is written anew or left as it is, and never shown. */
export const ChannelDialog = ({ channel, onClose }: { readonly channel: ChannelOut | undefined; readonly onClose: () => void }) => {
  const { m, w, lang } = useSpeech()
  const words = m.notice.channel.dialog
  const id = useId()
  const { orgs } = useOrgs()
  const [draft, setDraft] = useState({ name: channel?.name ?? '', kind: channel?.kind ?? ('dingtalk' as (typeof kinds)[number]), language: channel?.language ?? ('zh' as (typeof languages)[number]), address: '', secret: '', orgs: channel?.orgs.map(({ code }) => code) ?? [], open: channel?.open ?? true })
  const set = (next: Partial<typeof draft>) => setDraft({ ...draft, ...next })
  const save = useBookAct(
    () => call('channel.save', { ...(channel !== undefined && { channel: channel.id, saw: channel.version }), name: draft.name.trim(), kind: draft.kind, language: draft.language, orgs: draft.orgs, open: draft.open, ...(draft.address.trim() !== '' && { address: draft.address.trim() }), ...(draft.secret.trim() !== '' && { secret: draft.secret.trim() }) }),
    onClose,
  )
  const row = (field: string) => {
    const problem = fieldWords(save.error, field)
    return { id: `${id}-${field}`, problem: problem === undefined ? undefined : w(problem) }
  }
  const kept = channel?.ready === true
  return (
    <FormDialog title={channel === undefined ? words.add : words.edit} act={words.save} ready={draft.name.trim() !== '' && (kept || draft.address.trim() !== '')} busy={save.isPending} error={save.error} onSubmit={() => save.mutate(undefined)} onClose={onClose}>
      <FormRow {...row('name')} label={words.name} required>
        <Input id={`${id}-name`} aria-describedby={`${id}-name-note`} maxLength={60} value={draft.name} onChange={(event) => set({ name: event.target.value })} />
      </FormRow>
      <FormRow {...row('kind')} label={words.kind} required>
        <Select id={`${id}-kind`} className="field-select" value={draft.kind} onChange={(kind) => set({ kind })} options={kinds.map((kind) => ({ value: kind, label: m.notice.channel.kinds[kind] }))} />
      </FormRow>
      <FormRow {...row('address')} label={words.address} required={!kept} hint={kept ? `${words.addressHint} ${words.addressKept}` : words.addressHint}>
        <Input id={`${id}-address`} aria-describedby={`${id}-address-note`} maxLength={1000} autoComplete="off" value={draft.address} onChange={(event) => set({ address: event.target.value })} />
      </FormRow>
      {draft.kind !== 'wecom' && (
        <FormRow {...row('secret')} label={words.secret} hint={words.secretHint[draft.kind]}>
          <Input.Password id={`${id}-secret`} aria-describedby={`${id}-secret-note`} maxLength={200} autoComplete="new-password" visibilityToggle={false} value={draft.secret} onChange={(event) => set({ secret: event.target.value })} />
        </FormRow>
      )}
      <FormRow {...row('language')} label={words.language}>
        <Select id={`${id}-language`} className="field-select" value={draft.language} onChange={(language) => set({ language })} options={languages.map((language) => ({ value: language, label: words.languages[language] }))} />
      </FormRow>
      <FormRow {...row('orgs')} label={words.orgs} hint={words.orgsHint}>
        <Select id={`${id}-orgs`} aria-describedby={`${id}-orgs-note`} className="field-select" mode="multiple" value={draft.orgs} onChange={(codes) => set({ orgs: codes })} options={orgs.map((org) => ({ value: org.code, label: org[lang] }))} showSearch={{ optionFilterProp: 'label' }} />
      </FormRow>
      <Checkbox checked={draft.open} onChange={(event) => set({ open: event.target.checked })}>
        {m.notice.channel.open}
      </Checkbox>
    </FormDialog>
  )
}
