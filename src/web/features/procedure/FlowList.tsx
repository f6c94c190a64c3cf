import type { Procedure } from '../../../core/matter/procedure.ts'
import { useSpeech } from '../../app/i18n.tsx'

/** The states in their order, and by which steps each leads to which other. */
export const FlowList = ({ procedure }: { readonly procedure: Procedure }) => {
  const { m, w } = useSpeech()
  const told = m.procedure
  const titleOf = (key: string): string => {
    const state = procedure.states.find((each) => each.key === key)
    return state === undefined ? key : w(state.title)
  }
  return (
    <ol className="procedure-flow" aria-label={told.states}>
      {procedure.states.map((state) => (
        <li key={state.key}>
          <b className={`procedure-is-${state.kind}`}>{w(state.title)}</b>
          <small>{state.key === procedure.first ? told.begins : told.kinds[state.kind]}</small>
          <span>
            {procedure.steps
              .filter((step) => step.to !== undefined && step.to !== state.key && step.from.includes(state.key))
              .map((step) => (
                <span key={step.key} className="procedure-move">
                  {w(step.title)} → {titleOf(step.to ?? '')}
                </span>
              ))}
          </span>
        </li>
      ))}
    </ol>
  )
}
