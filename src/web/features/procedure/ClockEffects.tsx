import { Button, Select } from 'antd'
import type { ClockAct, ClockEffect } from '../../../core/matter/clock-effects.ts'
import { actsOn, clockActs } from '../../../core/matter/clock-effects.ts'
import type { Procedure, Step } from '../../../core/matter/procedure.ts'
import type { Words } from '../../../core/words.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { ProblemLines } from './ProblemLines.tsx'

type Props = { readonly id: string; readonly procedure: Procedure; readonly step: Step; readonly effects: readonly { readonly effect: ClockEffect; readonly problem: Words | undefined }[]; readonly onChange: (effects: readonly ClockEffect[]) => void }

/** Which limits a step begins, ends, halts, resumes or extends, one a line, each with what is wrong with it. */
export const ClockEffects = ({ id, procedure, step, effects, onChange }: Props) => {
  const { m, w } = useSpeech()
  const told = m.procedure
  const { clocks } = procedure
  const rows = effects.map(({ effect }) => effect)
  const put = (at: number, effect: ClockEffect) => onChange(rows.with(at, effect))
  const actsFor = (key: string): readonly ClockAct[] => {
    const rule = clocks.find((each) => each.key === key)
    return rule === undefined ? clockActs : actsOn(rule)
  }
  const days = (step.asks ?? []).filter(({ kind }) => kind === 'day')
  const conditionOf = ({ when }: ClockEffect): string | undefined => (when === undefined ? undefined : told.effectWhen(when.in.length))
  const [free] = clocks
  return (
    <div id={id} className="procedure-effects">
      {effects.map(({ effect, problem }, at) => {
        const name = told.nthEffect(at + 1)
        const acts = actsFor(effect.clock)
        const condition = conditionOf(effect)
        return (
          <div key={at} role="group" aria-label={name}>
            <Select
              size="small"
              aria-label={`${told.act} ${name}`}
              value={effect.do}
              onChange={(act) => put(at, onClock(act, effect))}
              options={[...new Set([...acts, effect.do])].map((value) => ({ value, label: told.acting[value] }))}
              popupMatchSelectWidth={false}
              virtual={false}
            />
            <Select
              size="small"
              className="procedure-of"
              aria-label={`${told.columns.limit} ${name}`}
              value={effect.clock}
              onChange={(clock) => put(at, { ...(actsFor(clock).includes(effect.do) ? effect : onClock('start', effect)), clock })}
              options={clocks.map(({ key, title }) => ({ value: key, label: w(title) }))}
              popupMatchSelectWidth={false}
              virtual={false}
            />
            {(days.length > 0 || effect.day !== undefined) && (
              <Select
                size="small"
                className="procedure-of"
                aria-label={`${told.fromDay} ${name}`}
                value={effect.day ?? ''}
                onChange={(day: string) => {
                  const { day: _, ...rest } = effect
                  put(at, day === '' ? rest : { ...rest, day })
                }}
                options={[{ value: '', label: told.stepDay }, ...days.map(({ key, title }) => ({ value: key, label: w(title) }))]}
                popupMatchSelectWidth={false}
                virtual={false}
              />
            )}
            <Button size="small" aria-label={`${told.removeRow} ${name}`} onClick={() => onChange(rows.filter((_, place) => place !== at))}>
              {told.removeRow}
            </Button>
            {condition !== undefined && <small className="procedure-other">{condition}</small>}
            {problem !== undefined && <ProblemLines said={[problem]} />}
          </div>
        )
      })}
      {free !== undefined && (
        <Button size="small" onClick={() => onChange([...rows, { do: 'start', clock: free.key }])}>
          {told.addEffect}
        </Button>
      )}
    </div>
  )
}

/** The same limit and condition with another act; only a beginning may name the day it is due by. */
const onClock = (act: ClockAct, { clock, day, when }: ClockEffect): ClockEffect => ({ do: act, clock, ...(day === undefined ? {} : { day }), ...(when === undefined ? {} : { when }) })
