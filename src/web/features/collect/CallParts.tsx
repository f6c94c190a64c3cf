import { Checkbox, Input, Select } from 'antd'
import type { CallDraftOut } from '../../../api/call.ts'
import { fieldWords } from '../../app/errors.ts'
import { useSpeech } from '../../app/i18n.tsx'
import type { CallDraft, PartDraft } from './useCallDraft.ts'

type Props = { readonly draft: CallDraft; readonly suggested: CallDraftOut }

/** Who is asked for what, a row each; what is not ticked is not sent. */
export const CallParts = ({ draft, suggested }: Props) => {
  const { m, w } = useSpeech()
  const sections = suggested.sections.map((each) => ({ value: each.entry, label: each.title }))
  const orgs = suggested.orgs.map((each) => ({ value: each.code, label: w(each.name) }))
  const measures = suggested.measures.map((each) => ({ value: each.key, label: w(each.title) }))
  const nameOf = (part: PartDraft): string => m.collect.dialog.chosen(sections.find((each) => each.value === part.section)?.label ?? '', orgs.find((each) => each.value === part.org)?.label ?? '')
  return (
    <section aria-label={m.collect.dialog.parts}>
      <p className="form-about">{suggested.parts.length === 0 ? m.collect.dialog.allAsked : m.collect.dialog.partsAbout}</p>
      <div className="table-frame">
        <table className="table call-parts">
          <caption className="only-read">{m.collect.dialog.parts}</caption>
          <thead>
            <tr>
              <th scope="col">{m.collect.dialog.section}</th>
              <th scope="col">{m.collect.dialog.org}</th>
              <th scope="col">{m.collect.dialog.measures}</th>
              <th scope="col">{m.collect.dialog.budget}</th>
            </tr>
          </thead>
          <tbody>
            {draft.parts.map((part) => {
              const set = (more: Partial<PartDraft>) => draft.set(part.key, more)
              return (
                <tr key={part.key} className={part.chosen ? undefined : 'unchosen'}>
                  <td className="lead">
                    <span className="call-section">
                      <Checkbox checked={part.chosen} aria-label={nameOf(part)} onChange={(event) => set({ chosen: event.target.checked })} />
                      <Select aria-label={m.collect.dialog.section} variant="borderless" value={part.section} onChange={(section) => set({ section })} options={sections} popupMatchSelectWidth={false} virtual={false} />
                    </span>
                  </td>
                  <td data-label={m.collect.dialog.org}>
                    <Select aria-label={m.collect.dialog.org} variant="borderless" value={part.org} onChange={(org) => set({ org })} options={orgs} popupMatchSelectWidth={false} virtual={false} />
                    <PartProblem draft={draft} part={part} />
                  </td>
                  <td data-label={m.collect.dialog.measures}>
                    <Select aria-label={m.collect.dialog.measures} mode="multiple" variant="borderless" className="field-select" maxTagCount={3} value={[...part.measures]} onChange={(next) => set({ measures: next })} options={measures} optionFilterProp="label" popupMatchSelectWidth={false} />
                  </td>
                  <td data-label={m.collect.dialog.budget}>
                    <Input aria-label={m.collect.dialog.budget} className="number-input call-budget" variant="borderless" inputMode="numeric" maxLength={5} placeholder={m.collect.dialog.noBudget} value={part.budget} onChange={(event) => set({ budget: event.target.value.replaceAll(/\D/g, '').replace(/^0+/, '') })} />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** What the server would not take of this part. */
const PartProblem = ({ draft, part }: { readonly draft: CallDraft; readonly part: PartDraft }) => {
  const { w } = useSpeech()
  const at = draft.chosen.indexOf(part)
  const words = at < 0 ? undefined : ['org', 'section', 'measures', 'budget'].map((field) => fieldWords(draft.send.error, `parts.${at}.${field}`)).find((each) => each !== undefined)
  return words === undefined ? null : (
    <p className="form-problem" role="alert">
      {w(words)}
    </p>
  )
}
