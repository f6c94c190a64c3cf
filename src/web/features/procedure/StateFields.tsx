import { Input } from 'antd'
import type { State } from '../../../core/matter/procedure.ts'
import type { Words } from '../../../core/words.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { ProblemLines } from './ProblemLines.tsx'

type Props = { readonly states: readonly State[]; readonly problems: (key: string) => readonly Words[]; readonly onChange: (states: readonly State[]) => void }

/** What the states are called; which there are, and what kind each is, stays. */
export const StateFields = ({ states, problems, onChange }: Props) => {
  const { m } = useSpeech()
  const told = m.procedure
  const rename = (state: State, title: Words) => onChange(states.map((each) => (each.key === state.key ? { ...each, title } : each)))
  const input = (state: State, lang: 'zh' | 'en') => (
    <Input size="small" aria-label={`${told[lang]} ${state.title[lang]}`} maxLength={60} value={state.title[lang]} onChange={(event) => rename(state, { ...state.title, [lang]: event.target.value })} />
  )
  return (
    <DataTable
      caption={told.states}
      rows={states}
      keyOf={({ key }) => key}
      columns={[
        {
          key: 'zh',
          title: told.zh,
          lead: true,
          cell: (state) => (
            <>
              {input(state, 'zh')}
              <ProblemLines said={problems(state.key)} />
            </>
          ),
        },
        { key: 'en', title: told.en, cell: (state) => input(state, 'en') },
        { key: 'kind', title: told.columns.sure, cell: (state) => told.kinds[state.kind] },
      ]}
    />
  )
}
