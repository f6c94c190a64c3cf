import { useId } from 'react'
import { Input, Radio, Select } from 'antd'
import { fieldWords } from '../../app/errors.ts'
import { useSpeech } from '../../app/i18n.tsx'
import type { Org } from '../../app/orgs.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { OrgPicker } from '../../ui/OrgPicker.tsx'
import type { OrgAct, OrgKind } from './useOrgAct.ts'
import { useOrgAct } from './useOrgAct.ts'

const kinds: readonly OrgKind[] = ['office', 'village', 'grid']

type Props = { readonly acts: readonly OrgAct[]; readonly org: Org; readonly onDone: (act: OrgAct, name: string, day: string) => void; readonly onClose: () => void }

/** Sets up an org below this one, renames it, moves it or merges it, from a day; says at once what becomes of the figures. */
export const OrgDialog = ({ acts, org, onDone, onClose }: Props) => {
  const { m, w, lang } = useSpeech()
  const id = useId()
  const { act, choose, draft, set, ready, send } = useOrgAct(acts[0] ?? 'rename', org, onDone)
  const problem = (field: string) => {
    const words = fieldWords(send.error, field)
    return words === undefined ? undefined : w(words)
  }
  const row = (field: string) => ({ id: `${id}-${field}`, required: true, problem: problem(field) })
  const target = act === 'merge' ? 'into' : 'parent'
  return (
    <FormDialog title={m.org.openFor(org[lang])} act={m.org.acts[act]} danger={act === 'merge'} ready={ready} busy={send.isPending} error={send.error} onSubmit={() => send.mutate()} onClose={onClose}>
      <Radio.Group className="org-act-choice" aria-label={m.org.open} value={act} onChange={(event) => choose(event.target.value as OrgAct)} options={acts.map((each) => ({ value: each, label: m.org.acts[each] }))} />
      <p className="form-about" role="status">
        {m.org.figures[act]}
      </p>
      {act === 'create' && (
        <>
          <FormRow {...row('code')} label={m.org.code} hint={m.org.codeHint}>
            <Input id={`${id}-code`} aria-describedby={`${id}-code-note`} value={draft.code} maxLength={32} onChange={(event) => set({ code: event.target.value.trim() })} />
          </FormRow>
          <FormRow {...row('kind')} label={m.org.kind}>
            <Select id={`${id}-kind`} className="field-select" value={draft.kind} onChange={(kind: OrgKind) => set({ kind })} options={kinds.map((kind) => ({ value: kind, label: m.settings.orgKinds(kind) }))} />
          </FormRow>
        </>
      )}
      {(act === 'create' || act === 'rename') &&
        (['zh', 'en'] as const).map((field) => (
          <FormRow key={field} {...row(field)} label={m.org[field]}>
            <Input id={`${id}-${field}`} aria-describedby={`${id}-${field}-note`} value={draft[field]} maxLength={field === 'zh' ? 60 : 120} onChange={(event) => set({ [field]: event.target.value })} />
          </FormRow>
        ))}
      {act !== 'rename' && (
        <FormRow {...row(target)} label={m.org[target]}>
          <OrgPicker id={`${id}-${target}`} describedBy={`${id}-${target}-note`} className="field-select" value={draft.target} onChange={(code) => set({ target: code })} />
        </FormRow>
      )}
      <FormRow {...row('from')} label={m.org.from}>
        <DayInput id={`${id}-from`} describedBy={`${id}-from-note`} value={draft.from} onChange={(from) => set({ from })} />
      </FormRow>
    </FormDialog>
  )
}
