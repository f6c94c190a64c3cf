import { Button, Input, Radio, Select } from 'antd'
import type { Procedure, State } from '../../../core/matter/procedure.ts'
import type { Words } from '../../../core/words.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { ProblemLines } from './ProblemLines.tsx'
import { freeKey } from './procedure-text.ts'

type Props = {
  readonly procedure: Pick<Procedure, 'states' | 'first'>
  /** States of the version that stands: their kind stays. */
  readonly standing: readonly State[]
  readonly problems: (key: string) => readonly Words[]
  readonly onChange: (next: Pick<Procedure, 'states' | 'first'>) => void
}

const kinds = ['open', 'held', 'done', 'ended'] as const

/** The states: what they are called, of what kind, and in which a matter begins; added and taken away as rows. */
export const StateFields = ({ procedure, standing, problems, onChange }: Props) => {
  const { m, w } = useSpeech()
  const told = m.procedure
  const { states, first } = procedure
  const put = (state: State) => onChange({ first, states: states.map((each) => (each.key === state.key ? state : each)) })
  const input = (state: State, lang: 'zh' | 'en') => (
    <Input size="small" aria-label={`${told[lang]} ${state.title[lang]}`} maxLength={60} value={state.title[lang]} onChange={(event) => put({ ...state, title: { ...state.title, [lang]: event.target.value } })} />
  )
  return (
    <>
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
          {
            key: 'kind',
            title: told.columns.sure,
            cell: (state) =>
              standing.some(({ key }) => key === state.key) ? (
                told.kinds[state.kind]
              ) : (
                <Select size="small" className="procedure-kind" aria-label={`${told.columns.sure} ${w(state.title)}`} value={state.kind} onChange={(kind) => put({ ...state, kind })} options={kinds.map((value) => ({ value, label: told.kinds[value] }))} virtual={false} />
              ),
          },
          {
            key: 'first',
            title: told.begins,
            cell: (state) => (state.kind === 'open' ? <Radio aria-label={`${told.begins} ${w(state.title)}`} checked={state.key === first} onChange={() => onChange({ states, first: state.key })} /> : null),
          },
          {
            key: 'remove',
            title: told.acts,
            cell: (state) => (
              <Button size="small" aria-label={`${told.removeRow} ${w(state.title)}`} disabled={state.key === first} onClick={() => onChange({ first, states: states.filter(({ key }) => key !== state.key) })}>
                {told.removeRow}
              </Button>
            ),
          },
        ]}
      />
      <Button className="procedure-add" disabled={states.length >= most} onClick={() => onChange({ first, states: [...states, { key: freeKey(states), title: { zh: told.newState, en: 'New state' }, kind: 'open' }] })}>
        {told.addState}
      </Button>
    </>
  )
}

/** Beyond so many nobody keeps them apart. */
const most = 30
