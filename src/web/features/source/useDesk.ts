import { useCallback, useState } from 'react'
import { useSpeech } from '../../app/i18n.tsx'
import type { Item } from './item.ts'
import type { Draft, Filter, Work } from './work.ts'
import { decide, draftOf, filterBy, lookOf, mend, pick, problemsOf, refused, shown, step, tallyOf, toNextOpen, undo } from './work.ts'
import { heldWork, holdWork } from './work-store.ts'
import type { Stretch } from './pieces.ts'
import type { FieldError } from '../../app/errors.ts'

export type Ask = 'sure' | 'book' | 'leave' | 'keys'

/** What can be done at the desk, by key, mouse or finger alike; the keyboard follows to the mark at hand. */
export const useDesk = (work: Work, mayDecide: boolean) => {
  const { m } = useSpeech()
  const [said, setSaid] = useState('')
  const [tried, setTried] = useState<string>()
  const [tab, setTab] = useState<'items' | 'checks'>('items')
  const [lit, setLit] = useState<Stretch>()
  const [ask, setAsk] = useState<Ask>()
  const [unfolded, setUnfolded] = useState(false)
  const item = work.items.find((each) => each.id === work.at)
  const booked = work.booked.get(work.at ?? '')
  const mayDecideOn = mayDecide && booked === undefined
  const go = (make: (now: Work) => Work) => {
    change(make)
    setTab('items')
    setLit(undefined)
    requestAnimationFrame(() => focusMark(heldWork()?.at))
  }
  const mendNow = () => {
    setTab('items')
    setUnfolded(true)
    requestAnimationFrame(focusForm)
  }
  const conclude = (standing: 'taken' | 'dropped') => {
    if (item === undefined || !mayDecideOn) return
    setSaid(`${m.source.done[standing]}${m.source.place(shown(work).indexOf(item) + 1, shown(work).length)}`)
    go((now) => toNextOpen(decide(now, [item.id], standing)))
  }
  return {
    work,
    item,
    mayDecide,
    /** The entry the item at hand stands in already. */
    booked,
    mayDecideOn,
    said,
    tab,
    lit,
    ask,
    unfolded,
    tally: tallyOf(work),
    draft: item === undefined ? undefined : draftOf(work, item),
    look: item === undefined ? undefined : lookOf(work, item),
    place: item === undefined ? 0 : shown(work).indexOf(item) + 1,
    shownCount: shown(work).length,
    problems: item !== undefined && tried === item.id ? problemsOf(draftOf(work, item), item) : [],
    setAsk,
    /** Back to the text from a dialog. */
    endAsk: () => {
      setAsk(undefined)
      requestAnimationFrame(() => focusMark(work.at))
    },
    setUnfolded,
    turnTo: setTab,
    /** The same function at every rendering. */
    pick: useCallback((id: string) => {
      change((now) => pick(now, id))
      setTab('items')
      setLit(undefined)
    }, []),
    go: (id: string) => go((now) => pick(now, id)),
    next: () => go((now) => step(now, 1)),
    previous: () => go((now) => step(now, -1)),
    accept: () => {
      if (item === undefined || !mayDecideOn) return
      if (problemsOf(draftOf(work, item), item).length === 0) return conclude('taken')
      setTried(item.id)
      mendNow()
    },
    mendNow: () => mayDecideOn && mendNow(),
    drop: () => conclude('dropped'),
    undo: () => {
      if (work.past.length === 0) return
      setSaid(m.source.done.undone)
      go(undo)
    },
    filter: (filter: Filter) => go((now) => filterBy(now, now.filter === filter ? 'all' : filter)),
    mend: (target: Item, draft: Draft) => change((now) => mend(now, target, draft)),
    periodTo: (period: string) => change((now) => ({ ...now, period })),
    decideAll: (ids: readonly string[], standing: 'taken' | 'dropped') => {
      setAsk(undefined)
      setSaid(`${m.source.done[standing]} ${ids.length}`)
      go((now) => toNextOpen(decide(now, ids, standing)))
    },
    show: (stretch: Stretch) => {
      setLit(stretch)
      setUnfolded(false)
      requestAnimationFrame(() => {
        const place = document.querySelector<HTMLElement>('.lit')
        place?.scrollIntoView({ block: 'center' })
        place?.focus({ preventScroll: true })
      })
    },
    refuse: (fields: readonly FieldError[]) => {
      setAsk(undefined)
      go((now) => refused(now, fields))
      setUnfolded(true)
    },
    discard: () => holdWork(undefined),
    focusMark: () => focusMark(work.at),
  }
}

export type Desk = ReturnType<typeof useDesk>

const focusMark = (id: string | undefined): void => {
  const mark = id === undefined ? null : document.getElementById(`mark-${id}`)
  mark?.scrollIntoView({ block: 'nearest' })
  mark?.focus({ preventScroll: true })
}

/** To what is wrong, else to what is mended most. */
const focusForm = (): void => {
  const form = document.querySelector<HTMLElement>('.item-form')
  const first = form?.querySelector<HTMLElement>('[aria-invalid=true]') ?? form?.querySelector<HTMLElement>('[data-mend]')
  ;(first?.matches('fieldset') === true ? first.querySelector('input') : first)?.focus()
}

const change = (make: (now: Work) => Work): void => {
  const now = heldWork()
  if (now !== undefined) holdWork(make(now))
}
