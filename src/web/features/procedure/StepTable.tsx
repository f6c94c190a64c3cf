import { Button } from 'antd'
import type { Procedure, Step } from '../../../core/matter/procedure.ts'
import { isSettled } from '../../../core/matter/procedure-parts.ts'
import type { Words } from '../../../core/words.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { ProblemLines } from './ProblemLines.tsx'
import { clockText, whoText } from './procedure-text.ts'

type Props = { readonly procedure: Procedure; readonly edit?: { readonly open: (step: Step) => void; readonly problems: (key: string) => readonly Words[] } }

/** Every step: from where to where, by whom, with what, and which limits it touches. */
export const StepTable = ({ procedure, edit }: Props) => {
  const { m, w } = useSpeech()
  const told = m.procedure
  const { columns } = told
  const state = (key: string): string => (key === '*' ? told.always : w(procedure.states.find((each) => each.key === key)?.title ?? { zh: key, en: key }))
  const everywhere = (step: Step): boolean => procedure.states.every(({ key }) => isSettled(procedure, key) !== step.from.includes(key))
  const stepTitle = (key: string): string => w(procedure.steps.find((each) => each.key === key)?.title ?? { zh: key, en: key })
  const clockTitle = (key: string): string => w(procedure.clocks.find((each) => each.key === key)?.title ?? { zh: key, en: key })
  const conditions = (step: Step): readonly string[] => [
    ...clockText(step, procedure, told, w),
    ...(step.within === undefined ? [] : [told.within(clockTitle(step.within))]),
    ...(step.ahead === undefined ? [] : [told.ahead(step.ahead.value, step.ahead.unit, step.ahead.clocks.map(clockTitle))]),
    ...(step.answers === 'all' ? [told.answers] : []),
    ...(step.after === undefined ? [] : [told.after(clockTitle(step.after))]),
  ]
  return (
    <DataTable
      caption={told.steps}
      rows={procedure.steps}
      keyOf={({ key }) => key}
      columns={[
        {
          key: 'step',
          title: columns.step,
          lead: true,
          wide: true,
          cell: (step) => (
            <>
              {edit === undefined || step.own === true ? (
                w(step.title)
              ) : (
                <Button type="link" size="small" className="procedure-open" onClick={() => edit.open(step)}>
                  {w(step.title)}
                </Button>
              )}
              {edit !== undefined && <ProblemLines said={edit.problems(step.key)} />}
            </>
          ),
        },
        { key: 'from', title: columns.from, wide: true, cell: (step) => (everywhere(step) ? told.always : step.from.map(state).join(m.ui.comma)) },
        { key: 'to', title: columns.to, line: true, cell: (step) => (step.to === undefined ? <span className="faint">{told.stays}</span> : state(step.to)) },
        {
          key: 'who',
          title: columns.who,
          wide: true,
          cell: (step) => (
            <>
              {step.own === true ? told.own : step.who.map((who) => whoText(who, told)).join(m.ui.comma)}
              {(step.otherThan ?? []).length > 0 && <small className="procedure-other">{told.other((step.otherThan ?? []).map(stepTitle))}</small>}
            </>
          ),
        },
        { key: 'asks', title: columns.asks, wide: true, cell: (step) => (step.asks ?? []).map((ask) => `${w(ask.title)}${ask.required === true ? '*' : ''}`).join(m.ui.comma) },
        { key: 'clocks', title: columns.clocks, wide: true, cell: (step) => conditions(step).join(m.ui.comma) },
      ]}
    />
  )
}
