import { useState } from 'react'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, Input } from 'antd'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { useLedgers } from '../ledger/useLedgers.ts'
import { retitled } from './draft-changes.ts'
import { FieldTable } from './FieldTable.tsx'
import { useFields } from './useFields.ts'
import { ChangeLines, VersionList } from './VersionList.tsx'
import './design.css'

/** The fields of a ledger that lives: added, renamed, retired and taken up again at once, each version told. */
export const FieldsPage = () => {
  const { m, w } = useSpeech()
  const { ledger: key } = useParams({ from: '/ledgers/$ledger/fields' })
  const { query, find } = useLedgers()
  const ledger = find(key)
  const versions = useCall('ledger.versions', { ledger: key })
  const [saved, setSaved] = useState(false)
  const title = ledger === undefined ? key : w(ledger.title)
  return (
    <div className="page page-wide">
      <p className="crumb">
        <Link to="/ledgers/$ledger" params={{ ledger: key }}>
          {title}
        </Link>
      </p>
      <PageHead title={m.design.fieldsOf(title)} />
      <Answer query={query}>
        {() =>
          ledger === undefined ? (
            <EmptyState title={m.ledger.unknown(key)} />
          ) : (
            <Answer query={versions}>
              {(told) => (
                <>
                  {saved && <Alert type="success" showIcon role="status" title={m.design.saved} className="refused" />}
                  {told.can.declare && <FieldsForm key={told.versions[0]?.number} ledger={told.ledger} saw={told.versions[0]?.number ?? 0} onSaved={() => setSaved(true)} onTouch={() => setSaved(false)} />}
                  {!told.can.declare && <FieldList ledger={told.ledger} />}
                  <VersionList versions={told.versions} />
                </>
              )}
            </Answer>
          )
        }
      </Answer>
    </div>
  )
}

type FormProps = { readonly ledger: Ledger; readonly saw: number; readonly onSaved: () => void; readonly onTouch: () => void }

const FieldsForm = ({ ledger, saw, onSaved, onTouch }: FormProps) => {
  const { m } = useSpeech()
  const it = useFields(ledger, saw, onSaved)
  const { draft } = it
  const change: typeof it.change = (next) => {
    onTouch()
    it.change(next)
  }
  return (
    <form
      aria-label={m.design.fieldsOf(ledger.title.zh)}
      onSubmit={(event) => event.preventDefault()}
    >
      <div className="design-ledger">
        {(['zh', 'en'] as const).map((lang) => (
          <FormRow key={lang} id={`title-${lang}`} label={lang === 'zh' ? m.design.name : m.design.english} required>
            <Input id={`title-${lang}`} aria-describedby={`title-${lang}-note`} value={draft.title[lang]} maxLength={120} onChange={(event) => change({ do: 'set', set: lang === 'zh' ? retitled(draft, event.target.value) : { title: { ...draft.title, en: event.target.value } } })} />
          </FormRow>
        ))}
      </div>
      <p className="faint">{m.design.retireHint}</p>
      <FieldTable draft={draft} change={change} problemsOf={it.problemsOf} standing={it.standing} />
      <div className="design-acts">
        <Refused error={it.save.error} />
        {it.changes.length > 0 && (
          <div role="status">
            <b>{m.design.changes}</b>
            <ChangeLines changes={it.changes.map((each) => ({ ...each, was: each.what === 'renamed' ? each.was : null }))} />
          </div>
        )}
        <Button type="primary" disabled={it.changes.length === 0} loading={it.save.isPending} onClick={() => it.save.mutate()}>
          {m.design.save}
        </Button>
      </div>
    </form>
  )
}

/** For whoever may not change them: what the fields are. */
const FieldList = ({ ledger }: { readonly ledger: Ledger }) => {
  const { m, w } = useSpeech()
  return (
    <dl className="facts">
      {ledger.fields.map((field) => (
        <div key={field.key}>
          <dt>{field.retired === true ? m.ledger.retired(w(field.title)) : w(field.title)}</dt>
          <dd>
            {m.design.kinds[field.kind]}
            {field.required === true && `　${m.design.required}`}
          </dd>
        </div>
      ))}
    </dl>
  )
}
