import { useEffect, useState } from 'react'
import { Button } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'
import type { Remarks } from './useRemarks.ts'

type Selected = { readonly at: number; readonly quote: string; readonly left: number; readonly top: number }

/** Over words selected on the paper: to remark on them, or to propose other wording. */
export const SelectionMark = ({ it }: { it: Remarks }) => {
  const { m } = useSpeech()
  const [selected, setSelected] = useState<Selected>()
  const { writes } = it
  useEffect(() => {
    if (!writes) return
    const look = (): void => setSelected(selectedWords())
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [writes])
  if (selected === undefined || !writes) return null
  const begin = (kind: 'remark' | 'proposal'): void => {
    it.begin(selected.at, selected.quote, kind)
    document.getSelection()?.removeAllRanges()
  }
  return (
    <div className="selection-mark" style={{ left: selected.left, top: selected.top }} onMouseDown={(event) => event.preventDefault()}>
      <Button size="small" type="primary" onClick={() => begin('remark')}>
        {m.agree.remark.selected}
      </Button>
      {it.proposes && (
        <Button size="small" onClick={() => begin('proposal')}>
          {m.agree.remark.propose}
        </Button>
      )}
    </div>
  )
}

/** The words selected within one block of the paper, and where they end on screen; nothing while a section is written. */
const selectedWords = (): Selected | undefined => {
  const selection = document.getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  const place = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement)?.closest('.desk > .paper .paper-block') ?? null
  const [block, end] = [place(range.startContainer), place(range.endContainer)]
  const quote = selection.toString().trim().slice(0, 500)
  const number = /^block-(\d+)$/.exec(block?.id ?? '')
  if (block === null || block !== end || number === null || quote === '' || block.querySelector('[contenteditable=true]') !== null) return undefined
  const box = range.getBoundingClientRect()
  return { at: Number(number[1]), quote, left: Math.min(Math.max(8, box.left), window.innerWidth - 176), top: box.bottom + 8 }
}
