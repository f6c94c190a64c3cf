import { useId, useState } from 'react'
import { Button, Checkbox, Input, Radio, Select } from 'antd'
import type { BlankOut } from '../../../api/form.ts'
import type { Binding, Fact, Show, Span } from '../../../core/filling/binding.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useOrgs } from '../../app/orgs.ts'
import { FormRow } from '../../ui/FormRow.tsx'
import { OrgPicker } from '../../ui/OrgPicker.tsx'
import { PanelDrawer } from '../../ui/PanelDrawer.tsx'
import { useBindingWords } from './useBindingWords.ts'
import type { FormDesk } from './useForm.ts'

const kinds = ['figure', 'fact', 'text', 'none'] as const
const spans: readonly Span[] = ['same', 'previous', 'to-date', 'year']
const shows: readonly Show[] = ['value', 'change', 'target', 'completion']
const facts: readonly Fact[] = ['town', 'office', 'person', 'day', 'period', 'year']

type Figure = Extract<Binding, { kind: 'figure' }>

/** What one blank is filled with: a measure, a fact, fixed words, or nothing. */
export const BlankPanel = ({ it, blank, others }: { readonly it: FormDesk; readonly blank: BlankOut; readonly others: readonly BlankOut[] }) => {
  const { m } = useSpeech()
  const id = useId()
  const words = m.form
  const { binding, reading } = blank
  const empty: Figure = { kind: 'figure', measure: '', ...(reading ?? { org: null, span: 'same', yearsBack: 0, show: 'value' }) }
  const [kind, setKind] = useState<Binding['kind']>(binding.kind !== 'none' ? binding.kind : reading === null ? 'text' : 'figure')
  const [figure, setFigure] = useState<Figure>(binding.kind === 'figure' ? binding : empty)
  const [fact, setFact] = useState<Fact>(binding.kind === 'fact' ? binding.fact : 'town')
  const [text, setText] = useState(binding.kind === 'text' ? binding.text : '')
  const [whole, setWhole] = useState(true)
  const row = others.flatMap((other) => (other.reading !== null && other.row === blank.row && other.cell !== blank.cell && other.binding.kind === 'none' ? [{ other, reading: other.reading }] : []))
  const close = (): void => it.set({ cell: undefined })
  const ready = kind === 'figure' ? figure.measure !== '' : kind !== 'text' || text.trim() !== ''
  const take = (): void => {
    const chosen: Binding = kind === 'figure' ? figure : kind === 'fact' ? { kind, fact } : kind === 'text' ? { kind, text: text.trim() } : { kind: 'none' }
    const along = kind === 'figure' && whole && reading !== null ? row.map((each) => [each.other, { kind: 'figure', measure: figure.measure, ...each.reading }] as const) : []
    it.edit([[blank, chosen], ...along])
    close()
  }
  return (
    <PanelDrawer title={words.panel(blank.cell)} label={words.panelLabel(blank.cell, blank.heads)} onClose={close} className="form-panel">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) take()
        }}
      >
        <p lang="zh-CN" className="form-heads">
          {blank.heads}
          {blank.unit !== null && <span className="faint">　{words.unit(blank.unit)}</span>}
        </p>
        <Radio.Group aria-label={words.kind} value={kind} onChange={(event) => setKind(event.target.value as Binding['kind'])} options={kinds.map((value) => ({ value, label: words.sources[value] }))} className="form-kinds" />
        {kind === 'figure' && <FigureFields id={id} near={blank.near} figure={figure} onChange={setFigure} />}
        {kind === 'figure' && reading !== null && row.length > 0 && (
          <Checkbox checked={whole} onChange={(event) => setWhole(event.target.checked)}>
            {words.row(row.length)}
          </Checkbox>
        )}
        {kind === 'fact' && (
          <FormRow id={`${id}-fact`} label={words.fact}>
            <Select id={`${id}-fact`} className="field-select" value={fact} onChange={setFact} options={facts.map((value) => ({ value, label: words.facts[value] }))} />
          </FormRow>
        )}
        {kind === 'text' && (
          <FormRow id={`${id}-text`} label={words.text} required>
            <Input id={`${id}-text`} maxLength={400} value={text} onChange={(event) => setText(event.target.value)} />
          </FormRow>
        )}
        <div className="form-acts">
          <Button type="primary" htmlType="submit" disabled={!ready}>
            {words.ok}
          </Button>
        </div>
      </form>
    </PanelDrawer>
  )
}

const FigureFields = ({ id, near, figure, onChange }: { readonly id: string; readonly near: readonly string[]; readonly figure: Figure; readonly onChange: (figure: Figure) => void }) => {
  const { m } = useSpeech()
  const { options, titleOf } = useBindingWords()
  const { root } = useOrgs()
  const words = m.form
  const set = (next: Partial<Figure>): void => onChange({ ...figure, ...next })
  return (
    <>
      <FormRow id={`${id}-measure`} label={words.measure} required hint={words.measureHint}>
        <Select id={`${id}-measure`} className="field-select" aria-describedby={`${id}-measure-note`} value={figure.measure === '' ? null : figure.measure} onChange={(measure: string) => set({ measure })} options={options} showSearch={{ optionFilterProp: 'find' }} autoFocus={figure.measure === ''} />
      </FormRow>
      {near.length > 0 && (
        <p className="form-near">
          {words.near}
          {near.map((key) => (
            <Button key={key} size="small" type={key === figure.measure ? 'primary' : 'default'} onClick={() => set({ measure: key })}>
              {titleOf(key)}
            </Button>
          ))}
        </p>
      )}
      <FormRow id={`${id}-org`} label={words.org}>
        <OrgPicker id={`${id}-org`} value={figure.org ?? root ?? null} onChange={(org) => set({ org: org === null || org === root ? null : org })} />
      </FormRow>
      <FormRow id={`${id}-span`} label={words.span}>
        <Select id={`${id}-span`} className="field-select" value={figure.span} onChange={(span: Span) => set({ span })} options={spans.map((value) => ({ value, label: words.spans[value] }))} />
      </FormRow>
      <FormRow id={`${id}-back`} label={words.back}>
        <Select id={`${id}-back`} className="field-select" value={figure.yearsBack} onChange={(yearsBack: number) => set({ yearsBack })} options={[0, 1, 2, 3, 4, 5].map((value) => ({ value, label: words.backs(value) }))} />
      </FormRow>
      <FormRow id={`${id}-show`} label={words.show}>
        <Select id={`${id}-show`} className="field-select" value={figure.show} onChange={(show: Show) => set({ show })} options={shows.map((value) => ({ value, label: words.shows[value] }))} />
      </FormRow>
    </>
  )
}
