import { useId, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { Button, Dropdown, Input, Modal } from 'antd'
import type { ReportOut, SectionRef } from '../../../api/report.ts'
import { call } from '../../app/call.ts'
import { rereadBook } from '../../app/client.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { OrgPicker } from '../../ui/OrgPicker.tsx'
import { Refused } from '../../ui/Refused.tsx'

/** What the town office does with a section: its place, its office and length, a new one below, and away with it. */
export const SectionMenu = ({ report, section }: { readonly report: ReportOut; readonly section: SectionRef }) => {
  const { m } = useSpeech()
  const [assigning, setAssigning] = useState(false)
  const [removing, setRemoving] = useState(false)
  const at = report.sections.findIndex((each) => each.entry === section.entry)
  const act = useMutation({ mutationFn: (work: () => Promise<unknown>) => work(), onSettled: () => rereadBook() })
  const seen = { section: section.entry, saw: section.version }
  const heads = report.document.blocks.slice(section.from + 1, section.to).flatMap((block) => (block.kind === 'heading' && block.level <= 2 && block.id !== undefined ? [block.id] : []))
  const items = [
    { key: 'assign', label: m.write.assign, onClick: () => setAssigning(true) },
    { key: 'up', label: m.write.moveUp, disabled: at <= 0, onClick: () => act.mutate(() => call('section.move', { ...seen, after: report.sections[at - 2]?.entry ?? null })) },
    { key: 'down', label: m.write.moveDown, disabled: at >= report.sections.length - 1, onClick: () => act.mutate(() => call('section.move', { ...seen, after: report.sections[at + 1]?.entry ?? null })) },
    { key: 'add', label: m.write.addBelow, onClick: () => act.mutate(() => call('section.create', { report: report.entry, after: section.entry, org: section.org, blocks: [{ kind: 'heading', level: 2, text: m.write.newHeading }] })) },
    ...(heads[0] === undefined ? [] : [{ key: 'split', label: m.write.splitHere, onClick: () => act.mutate(() => call('section.split', { ...seen, block: heads[0] ?? '' })) }]),
    { key: 'remove', danger: true, label: m.write.remove, onClick: () => setRemoving(true) },
  ]
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button size="small" type="text" loading={act.isPending} aria-label={m.ui.named(m.write.sectionMenu, section.title)}>
          ⋯
        </Button>
      </Dropdown>
      <Refused error={act.error} />
      {assigning && <AssignDialog section={section} onClose={() => setAssigning(false)} />}
      <Modal open={removing} title={m.write.remove} okButtonProps={{ danger: true }} onCancel={() => setRemoving(false)} onOk={() => { setRemoving(false); act.mutate(() => call('section.remove', seen)) }}>
        <p>{m.write.removeSure(section.title)}</p>
      </Modal>
    </>
  )
}

const AssignDialog = ({ section, onClose }: { readonly section: SectionRef; readonly onClose: () => void }) => {
  const { m } = useSpeech()
  const id = useId()
  const [org, setOrg] = useState<string>(section.org)
  const [budget, setBudget] = useState(section.budget === null ? '' : String(section.budget))
  const assign = useMutation({
    mutationFn: () => call('section.assign', { section: section.entry, saw: section.version, org, budget: budget.trim() === '' ? null : Number(budget) }),
    onSuccess: async () => {
      await rereadBook()
      onClose()
    },
  })
  return (
    <FormDialog title={m.ui.named(m.write.assign, section.title)} act={m.ui.ok} ready busy={assign.isPending} error={assign.error} onSubmit={() => assign.mutate()} onClose={onClose}>
      <FormRow id={`${id}-org`} label={m.write.office}>
        <OrgPicker id={`${id}-org`} className="field-select" value={org} onChange={(next) => setOrg(next ?? section.org)} />
      </FormRow>
      <FormRow id={`${id}-budget`} label={m.write.budget} hint={m.write.budgetHint}>
        <Input id={`${id}-budget`} inputMode="numeric" aria-describedby={`${id}-budget-note`} value={budget} onChange={(event) => setBudget(event.target.value.replace(/\D/g, ''))} />
      </FormRow>
    </FormDialog>
  )
}
