import { useState } from 'react'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import type { InstructionOut } from '../../../api/instruction.ts'
import type { MatterRow } from '../../../api/matter.ts'
import { fileAddress } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { offsetOf, pageAt } from '../../app/page-search.ts'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Pager } from '../../ui/Pager.tsx'
import { DueText } from '../matter/DueText.tsx'
import '../matter/matter.css'
import { SupervisionDialog } from './SupervisionDialog.tsx'

const shown = 20

/** Leaders' instructions, the latest first, each with what was made of it. */
export const InstructionList = () => {
  const { m } = useSpeech()
  const { report, page } = useSearch({ from: '/instructions' })
  const navigate = useNavigate({ from: '/instructions' })
  const [raising, setRaising] = useState<InstructionOut>()
  const offset = offsetOf(page, shown)
  const query = useCall('instruction.list', { ...(report === undefined ? {} : { report }), offset, limit: shown }, { keep: true })
  return (
    <>
      <Answer query={query}>
        {({ instructions, total, can }) =>
          total === 0 ? (
            <EmptyState title={m.agree.instruction.none} />
          ) : (
            <>
              {instructions.map((each) => (
                <Instruction key={each.entry} it={each} onRaise={may(can, 'supervision.create') ? () => setRaising(each) : undefined} />
              ))}
              {(total > shown || offset > 0) && <Pager offset={offset} limit={shown} total={total} onMove={(next) => void navigate({ search: (before) => ({ ...before, page: pageAt(next, shown) }) })} />}
            </>
          )
        }
      </Answer>
      {raising !== undefined && <SupervisionDialog instruction={raising} onClose={() => setRaising(undefined)} />}
    </>
  )
}

const Instruction = ({ it, onRaise }: { readonly it: InstructionOut; readonly onRaise: (() => void) | undefined }) => {
  const { m } = useSpeech()
  return (
    <article className="instruction">
      <h2>
        {it.leader} <span className="number-text">{it.day}</span>
      </h2>
      <blockquote lang="zh-CN">{it.text}</blockquote>
      <p className="instruction-facts">
        <span className="faint">{m.agree.instruction.by(it.by)}</span>
        {it.scan !== null && (
          <a href={fileAddress('instruction.fetch', { instruction: it.entry })} title={it.scan} download>
            {m.agree.instruction.fetch}
          </a>
        )}
        {onRaise !== undefined && (
          <Button size="small" onClick={onRaise}>
            {m.agree.instruction.raise}
          </Button>
        )}
      </p>
      {it.items.length > 0 && (
        <ul className="plain-list">
          {it.items.map((item) => (
            <SupervisionLine key={item.entry} item={item} />
          ))}
        </ul>
      )}
    </article>
  )
}

/** A supervision item in one line, with the way to its matter. */
const SupervisionLine = ({ item }: { readonly item: MatterRow }) => {
  const { w, lang } = useSpeech()
  return (
    <li className="supervision">
      <Link className="supervision-what" to="/matters/$ledger/$entry" params={{ ledger: item.ledger, entry: String(item.entry) }} lang="zh-CN">
        {item.title}
      </Link>
      <span>{(item.holder ?? item.org)[lang]}</span>
      <span>{w(item.state.title)}</span>
      <DueText row={item} />
    </li>
  )
}
