import { useState } from 'react'
import { Button, Popover } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'
import { useCall } from '../../app/useCall.ts'
import type { InputOf, OutputOf } from '../../app/wire.ts'
import { Answer } from '../../ui/Answer.tsx'
import './personal.css'

type Props = { readonly about: InputOf<'access.explain'>; readonly label: string }

/** Answers by the rule why something is not shown: who keeps it, which posts see it. It asks nothing of any record. */
export const WhyHidden = ({ about, label }: Props) => {
  const [open, setOpen] = useState(false)
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" destroyOnHidden content={<Why about={about} />}>
      <Button type="link" size="small" className="why" aria-expanded={open}>
        {label}
      </Button>
    </Popover>
  )
}

const Why = ({ about }: { about: Props['about'] }) => {
  const query = useCall('access.explain', about)
  return (
    <div className="why-body" role="status">
      <Answer query={query} lines={3}>
        {(told) => <Explanation told={told} />}
      </Answer>
    </div>
  )
}

const Explanation = ({ told }: { told: OutputOf<'access.explain'> }) => {
  const { m, w } = useSpeech()
  const { why } = m.personal
  const list = (posts: OutputOf<'access.explain'>['full']) => posts.map(w).join(m.ui.comma)
  const rows = { none: why.rowsNone, part: why.rowsPart, all: why.rowsAll } as const
  return (
    <>
      {told.about !== 'verb' && told.keeper !== null && <p>{why.rows(w(told.keeper))}</p>}
      {told.sensitive && <p>{why.sensitive}</p>}
      {told.about === 'rows' && <p>{rows[told.yours]}</p>}
      {told.level !== null && <p>{why[told.level]}</p>}
      {told.about === 'verb' && told.yours !== 'none' && <p>{why.yours}</p>}
      {told.full.length > 0 && (
        <p>
          {told.about === 'verb' ? why.verb : why.seenBy}
          <b>{list(told.full)}</b>
        </p>
      )}
      {told.reveal.length > 0 && (
        <p>
          {why.revealBy}
          <b>{list(told.reveal)}</b>
        </p>
      )}
      <p className="faint">{why.rule}</p>
    </>
  )
}
