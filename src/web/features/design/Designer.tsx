import { Link } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import type { DesignOut } from '../../../api/design.ts'
import type { Draft } from '../../../core/designing/draft.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { FieldTable } from './FieldTable.tsx'
import { LedgerForm } from './LedgerForm.tsx'
import { TriedRows } from './TriedRows.tsx'
import { useDesigner } from './useDesigner.ts'

/** The form a ledger is designed in: itself, its fields line by line, and the first rows of the sheet as they would stand in it. */
export const Designer = ({ design, start }: { readonly design: DesignOut | undefined; readonly start: Draft }) => {
  const { m } = useSpeech()
  const it = useDesigner(design?.design, start)
  const named = it.draft.title.zh.trim() !== '' && it.draft.key !== ''
  return (
    <form
      className="design"
      aria-label={m.design.title}
      onSubmit={(event) => event.preventDefault()}
    >
      <LedgerForm it={it} blank={design === undefined} />
      <section>
        <h2>{m.design.fields}</h2>
        <p className="faint">{m.design.fieldsAbout}</p>
        <FieldTable draft={it.draft} change={it.change} problemsOf={it.problemsOf} design={design} />
      </section>
      {design !== undefined && it.rows !== undefined && <TriedRows ledger={it.ledger} rows={it.rows} busy={it.fitting} />}
      <div className="design-acts">
        <Refused error={it.create.error} />
        {it.declared !== undefined && (
          <Alert
            type="warning"
            showIcon
            role="status"
            title={m.design.declared}
            action={
              <Link to="/ledgers/$ledger" params={{ ledger: it.declared }}>
                {m.design.toLedger}
              </Link>
            }
          />
        )}
        <Button type="primary" disabled={!named} loading={it.create.isPending} onClick={() => it.create.mutate()}>
          {it.takes ? m.design.createAndImport : m.design.create}
        </Button>
        {design !== undefined && !it.takes && <span className="faint">{m.design.theirRows}</span>}
        <span role="status" className={it.wrong > 0 ? 'design-wrong' : 'faint'}>
          {!named ? m.design.untitled : it.wrong > 0 ? m.design.fix(it.wrong) : ''}
        </span>
      </div>
    </form>
  )
}
