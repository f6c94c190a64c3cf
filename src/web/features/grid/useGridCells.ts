import type { ClipboardEvent, KeyboardEvent, MouseEvent, RefObject } from 'react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { RowOut } from '../../../api/entry.ts'
import type { Known } from '../../../core/importing/read-cell.ts'
import type { Field } from '../../../core/ledger/field.ts'
import type { Value } from '../../../core/ledger/value.ts'
import { useTelling } from '../../fields/useTelling.ts'
import { blockText, parseBlock } from './block-text.ts'
import { isChosen } from './CellEditor.tsx'
import { copiedText, isEditable, isWrong, readTyped } from './cell-value.ts'
import type { GridColumn } from './grid-columns.ts'
import type { Draft } from './GridRow.tsx'
import type { Move, Place, Selection } from './selection.ts'
import { blockOf, moved, moveOf, selectOnly, stepped, within } from './selection.ts'
import type { CellEdits } from './useCellEdits.ts'

/** A block to be put over the grid from a place on: its cells as text. */
export type Block = { readonly from: Place; readonly rows: readonly (readonly string[])[] }

type Given = {
  readonly rows: readonly RowOut[]
  readonly columns: readonly GridColumn[]
  readonly canEdit: boolean
  readonly known: Known
  readonly edits: CellEdits
  readonly offset: number
  readonly total: number
  readonly size: number
  readonly onTurn: (offset: number) => void
  readonly onOpen: (entry: number, act?: 'correct') => void
  readonly onCheck: (entry: number, checked?: boolean) => void
  readonly onPaste: (block: Block) => void
}

const inSight = 18
/** A row no page has: the last of whichever page comes. */
const beyond = 1_000_000

/** The keyboard, the pointer and the clipboard over the cells of a page: where one is, what is typed, what is copied. */
export const useGridCells = (frame: RefObject<HTMLDivElement | null>, given: Given) => {
  const { rows, columns, canEdit, known, edits } = given
  const telling = useTelling()
  const [chosen, setChosen] = useState<Selection>(selectOnly({ row: 0, column: 0 }))
  const [draft, setDraft] = useState<Draft>()
  const size = useMemo(() => ({ rows: rows.length, columns: columns.length, inSight }), [rows.length, columns.length])
  const selection = useMemo(() => ({ active: within(chosen.active, size), anchor: within(chosen.anchor, size) }), [chosen, size])
  const { active } = selection
  const wants = useRef(false)
  const asked = edits.waiting !== undefined

  const row = rows[active.row]
  const field = columns[active.column]?.field
  const valueAt = useCallback((at: RowOut, column: GridColumn): Value => (column.key === 'valid_from' ? at.from : column.key === 'valid_to' ? at.to : (edits.shown.get(`${at.id}/${column.key}`) ?? at.fields[column.key] ?? null)), [edits.shown])

  useEffect(() => {
    if (!wants.current || asked) return
    const cell = frame.current?.querySelector<HTMLElement>(`[data-place="${active.row},${active.column}"]`)
    const target = cell?.querySelector<HTMLElement>('[data-catch]') ?? cell
    if (target !== null && target !== undefined && document.activeElement !== target) target.focus({ preventScroll: true })
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [frame, active.row, active.column, rows, draft, asked])

  const go = (to: Selection): void => {
    wants.current = true
    setDraft(undefined)
    setChosen(to)
  }
  const goPage = (offset: number, at: 'first' | 'last'): void => {
    const kept = Math.min(Math.max(offset, 0), Math.max(0, Math.floor((given.total - 1) / given.size) * given.size))
    go(selectOnly({ row: at === 'first' ? 0 : beyond, column: active.column }))
    if (kept !== given.offset) given.onTurn(kept)
  }
  const move = (way: Move, extend: boolean): void => {
    if (!extend && way === 'page-down' && active.row === rows.length - 1) return goPage(given.offset + given.size, 'first')
    if (!extend && way === 'page-up' && active.row === 0) return goPage(given.offset - given.size, 'last')
    if (!extend && way === 'last') return goPage(given.total, 'last')
    if (!extend && way === 'first') return goPage(0, 'first')
    go(moved(selection, way, size, extend))
  }

  /** Writes a value into the active cell; says at once what cannot stand there. */
  const put = (at: RowOut, into: Field, value: Value): void => edits.save({ entry: at.id, saw: at.version, field: into, before: at.fields[into.key] ?? null, value })
  const take = (): boolean => {
    if (draft === undefined || row === undefined || !isEditable(field) || isChosen(field)) return true
    const value = readTyped(field, draft.text, known)
    if (isWrong(value)) {
      edits.tell(value, row.id, field.key)
      return false
    }
    setDraft(undefined)
    put(row, field, value)
    return true
  }
  const begin = (): void => {
    if (row === undefined || row.void || !canEdit || !isEditable(field)) return
    const value = row.fields[field.key] ?? null
    if (typeof value === 'string' && value.includes('\n')) return given.onOpen(row.id, 'correct')
    wants.current = true
    edits.forget()
    setDraft({ text: copiedText(field, value, telling), whole: true })
  }
  const cancel = (): void => {
    wants.current = true
    setDraft(undefined)
  }
  const texts = (): readonly (readonly string[])[] => {
    const { top, bottom, left, right } = blockOf(selection)
    return rows.slice(top, bottom + 1).map((each) => columns.slice(left, right + 1).map((column) => copiedText(column.field, valueAt(each, column), telling)))
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || !(event.target instanceof Element) || event.target.closest('[data-place]') === null) return
    const control = event.ctrlKey || event.metaKey
    const typing = draft !== undefined
    const done = (): void => {
      event.preventDefault()
      event.stopPropagation()
    }
    if (event.key === 'Enter' || event.key === 'Tab') {
      if (!typing && event.key === 'Enter' && isEditable(field) && canEdit && !event.shiftKey) {
        done()
        return begin()
      }
      if (!typing && event.key === 'Enter') {
        done()
        return row === undefined ? undefined : given.onOpen(row.id)
      }
      if (!typing && event.key === 'Tab') return undefined
      done()
      if (!take()) return undefined
      return event.key === 'Enter' ? go(moved(selection, event.shiftKey ? 'up' : 'down', size)) : go(stepped(selection, event.shiftKey ? -1 : 1, size))
    }
    if (event.key === 'Escape') {
      if (!typing) return undefined
      done()
      return cancel()
    }
    if (event.key === 'F2') {
      done()
      return begin()
    }
    if (control && event.key.toLowerCase() === 'z' && !typing) {
      done()
      return edits.undo()
    }
    if (control && event.key.toLowerCase() === 'a' && !typing) {
      done()
      return setChosen({ anchor: { row: 0, column: 0 }, active: { row: rows.length - 1, column: columns.length - 1 } })
    }
    if (event.key === ' ' && (event.shiftKey || control || !canEdit || field === undefined || isChosen(field)) && !typing) {
      done()
      return row === undefined ? undefined : given.onCheck(row.id)
    }
    if ((event.key === 'Delete' || event.key === 'Backspace') && !typing && canEdit) {
      done()
      const { top, bottom, left, right } = blockOf(selection)
      if (top === bottom && left === right) return row !== undefined && !row.void && isEditable(field) ? put(row, field, null) : undefined
      return given.onPaste({ from: { row: top, column: left }, rows: rows.slice(top, bottom + 1).map(() => columns.slice(left, right + 1).map(() => '')) })
    }
    if (event.altKey && event.key === 'ArrowDown' && field !== undefined && isChosen(field)) {
      done()
      return begin()
    }
    const way = moveOf(event.key, control)
    if (way === undefined) {
      if (!typing && event.key.length === 1 && !control && !event.altKey && field !== undefined && isChosen(field)) begin()
      return undefined
    }
    if (typing && (draft.whole || !event.key.startsWith('Arrow'))) return undefined
    done()
    if (take()) move(way, event.shiftKey)
  }

  const onCopy = (event: ClipboardEvent): void => {
    if (draft !== undefined) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', blockText(texts()))
  }
  const onPaste = (event: ClipboardEvent): void => {
    if (draft !== undefined || !canEdit || row === undefined) return
    event.preventDefault()
    const block = parseBlock(event.clipboardData.getData('text/plain'))
    const only = block.length === 1 && block[0]?.length === 1 ? (block[0][0] ?? '') : undefined
    const { top, bottom, left, right } = blockOf(selection)
    const one = top === bottom && left === right
    if (block.length === 0) return
    if (only !== undefined && one && isEditable(field) && !row.void) {
      const value = readTyped(field, only, known)
      return isWrong(value) ? edits.tell(value, row.id, field.key) : put(row, field, value)
    }
    given.onPaste({ from: { row: top, column: left }, rows: only === undefined ? block : rows.slice(top, bottom + 1).map(() => columns.slice(left, right + 1).map(() => only)) })
  }
  const onMouseDown = (event: MouseEvent): void => {
    const place = placeOf(event.target)
    if (place === undefined || event.button !== 0) return
    if (draft !== undefined && (place.row !== active.row || place.column !== active.column) && !take()) return event.preventDefault()
    if (place.row === active.row && place.column === active.column && draft !== undefined) return
    if (event.target instanceof Element && event.target.closest('a, button') !== null) return
    event.preventDefault()
    if (event.shiftKey) {
      wants.current = true
      setChosen({ anchor: selection.anchor, active: place })
    } else go(selectOnly(place))
  }
  const onMouseOver = (event: MouseEvent): void => {
    const place = placeOf(event.target)
    if (place !== undefined && event.buttons === 1 && draft === undefined && wants.current) setChosen((before) => ({ anchor: before.anchor, active: place }))
  }

  return {
    selection,
    draft,
    onDraft: useCallback((text: string) => setDraft((before) => ({ text, whole: before?.whole === true })), []),
    onChoose: (value: Value) => {
      cancel()
      if (row !== undefined && isEditable(field)) put(row, field, value)
    },
    onLeave: () => {
      if (draft !== undefined && !take()) wants.current = true
    },
    onCancel: cancel,
    handlers: { onKeyDown, onCopy, onPaste, onMouseDown, onMouseOver, onDoubleClick: (event: MouseEvent) => (placeOf(event.target) === undefined ? undefined : begin()), onBlur: (event: { relatedTarget: EventTarget | null }) => void (event.relatedTarget instanceof Node && frame.current?.contains(event.relatedTarget) === true ? undefined : (wants.current = false)), onFocus: () => void (wants.current = true) },
  }
}

const placeOf = (target: EventTarget): Place | undefined => {
  const text = target instanceof Element ? target.closest('[data-place]')?.getAttribute('data-place') : undefined
  const [row, column] = (text ?? '').split(',').map(Number)
  return text === undefined || text === null || row === undefined || column === undefined ? undefined : { row, column }
}
