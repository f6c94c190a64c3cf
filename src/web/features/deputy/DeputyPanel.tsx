import { useState } from 'react'
import { Button } from 'antd'
import type { DeputiesOut } from '../../../api/deputy.ts'
import { call } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { useBookAct } from '../agree/useBookAct.ts'
import { DeputyForm } from './DeputyForm.tsx'
import { LeftMatters } from './LeftMatters.tsx'

/** Who stands in for whom, now and later; naming one and ending it; and the matters of those who have left. */
export const DeputyPanel = () => {
  const { m } = useSpeech()
  const query = useCall('deputy.list', {})
  const [naming, setNaming] = useState(false)
  return (
    <>
      <p className="form-about">{m.deputy.about}</p>
      <Answer query={query}>
        {(data) => (
          <>
            {data.mayName.length > 0 && (
              <div className="form-acts">
                <Button onClick={() => setNaming(true)}>{m.deputy.name}</Button>
              </div>
            )}
            {data.deputies.length === 0 ? <EmptyState title={m.deputy.none} /> : <Deputies deputies={data.deputies} />}
            {naming && <DeputyForm mayName={data.mayName} onClose={() => setNaming(false)} />}
          </>
        )}
      </Answer>
      <LeftMatters />
    </>
  )
}

type Deputy = DeputiesOut['deputies'][number]

const Deputies = ({ deputies }: { readonly deputies: readonly Deputy[] }) => {
  const { m, w, lang } = useSpeech()
  const told = m.deputy
  const end = useBookAct(({ post, version }: Deputy) => call('deputy.end', { post, saw: version }))
  return (
    <>
      <Refused error={end.error} />
      <DataTable
        caption={told.title}
        rows={deputies}
        keyOf={({ post }) => post}
        columns={[
          { key: 'principal', title: told.principal, lead: true, cell: ({ principal }) => principal.name },
          { key: 'deputy', title: told.deputy, cell: ({ deputy }) => deputy.name },
          { key: 'post', title: told.post, cell: ({ role, org }) => `${org[lang]} · ${w(role)}` },
          { key: 'days', title: told.days, line: true, cell: ({ from, until }) => <span className="number-text">{told.span(from, until)}</span> },
          { key: 'state', title: told.state, line: true, cell: ({ running }) => (running ? told.running : told.coming) },
          { key: 'act', title: told.act, cell: (each) => <Button size="small" loading={end.isPending} onClick={() => end.mutate(each)}>{told.end}</Button> },
        ]}
      />
    </>
  )
}
