import { useState } from 'react'
import { Button } from 'antd'
import type { ActionOut, MatterOut } from '../../../api/matter.ts'
import type { Field } from '../../../core/ledger/field.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { EntryPlaceContext } from '../../fields/entry-place.ts'
import { viewOf } from '../../fields/fields.ts'

const evidence: Field = { key: 'files', title: { zh: '照片和附件', en: 'Photos and files' }, kind: 'file' }

/** Beyond so many metres from the matter a position is marked: it may be right, and should be looked at. */
const far = 2000

/** Steps that are shown at once; earlier ones are asked for. */
const shown = 10

/** The steps of a matter, the last one first: who, when, from which office, with what. Of many the earlier ones wait behind a button. */
export const ActionList = ({ matter }: { readonly matter: MatterOut }) => {
  const { m, lang } = useSpeech()
  const [whole, setWhole] = useState(false)
  const hidden = whole || matter.actions.length <= shown + 2 ? 0 : matter.actions.length - shown
  return (
    <EntryPlaceContext value={{ ledger: matter.ledger, entry: matter.entry }}>
      <ol className="matter-steps" reversed>
        {matter.actions.slice(hidden).toReversed().map((action) => (
          <ActionItem key={action.id} action={action} />
        ))}
        {hidden > 0 && (
          <li>
            <span />
            <Button size="small" onClick={() => setWhole(true)}>
              {m.matter.earlier(hidden)}
            </Button>
          </li>
        )}
        <li>
          <span className="number-text">{matter.day}</span>
          <div>
            <b>{m.matter.begun}</b> {matter.raiser?.name} <span className="faint">{matter.first[lang]}</span>
            {matter.actions.length === 0 && <p className="faint">{m.matter.noActions}</p>}
          </div>
        </li>
      </ol>
    </EntryPlaceContext>
  )
}

const ActionItem = ({ action }: { readonly action: ActionOut }) => {
  const { m, w, lang } = useSpeech()
  const { Output } = viewOf(evidence)
  return (
    <li>
      <span className="number-text">{action.day}</span>
      <div>
        <b>{w(action.title)}</b>
        {action.toOrg !== null && ` → ${action.toOrg[lang]}`}
        {action.toPerson !== null && ` → ${action.toPerson.name}`} <span>{action.actingFor === null ? action.by.name : m.matter.inNameOf(action.by.name, action.actingFor.name)}</span> <span className="faint">{action.org[lang]}</span>
        {action.note !== null && <p lang="zh-CN">{action.note}</p>}
        {action.given.length > 0 && <p>{action.given.map(({ title, value }) => `${w(title)}：${w(value)}`).join('；')}</p>}
        {action.files !== null && <Output field={evidence} value={action.files} />}
        {action.metres !== null && (
          <p className={action.metres > far ? 'matter-far' : 'faint'}>
            {m.matter.metres(action.metres)}
            {action.metres > far && ` · ${m.matter.far}`}
          </p>
        )}
      </div>
    </li>
  )
}
