import type { AnswerState as State } from '../../../core/collecting/answer-state.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { Lamp } from '../../ui/Lamp.tsx'

type Props = { readonly state: State; readonly late: boolean; readonly nothing: boolean }

const lamps = { asked: 'none', written: 'behind', confirmed: 'behind', accepted: 'kept', returned: 'behind' } as const

/** Where an answer stands, in a word and a shape; late is told beside it. */
export const AnswerState = ({ state, late, nothing }: Props) => {
  const { m } = useSpeech()
  return (
    <span className="answer-state">
      <Lamp state={late ? 'overdue' : lamps[state]} text={late ? `${m.collect.state[state]} · ${m.collect.late}` : m.collect.state[state]} />
      {nothing && <span className="badge">{m.collect.nothing}</span>}
    </span>
  )
}
