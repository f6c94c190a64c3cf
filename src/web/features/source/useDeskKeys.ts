import { useEffect, useEffectEvent } from 'react'
import { singleKeys } from './single-keys.ts'
import type { Desk } from './useDesk.ts'

/** The desk's keys, heard wherever the keyboard is on its page while nothing is being written, chosen or asked. */
export const useDeskKeys = (desk: Desk): void => {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return
    const act = event.key === 'Escape' && event.target.closest('[role=dialog]') === null ? desk.focusMark : singleKeys() && event.target.closest(writing) === null ? actOf(desk, event.key, event.target) : undefined
    if (act === undefined) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => hear(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
}

const writing = 'input, textarea, select, [role=combobox], [role=listbox], [role=dialog], [role=tablist]'

const actOf = (desk: Desk, key: string, target: HTMLElement): (() => unknown) | undefined => {
  switch (key) {
    case 'j':
    case 'ArrowDown':
      return desk.next
    case 'k':
    case 'ArrowUp':
      return desk.previous
    case 'Enter':
      return target.closest('button, a, summary') === null ? desk.accept : undefined
    case 'e':
      return desk.mendNow
    case 'x':
      return desk.drop
    case 'u':
      return desk.undo
    case 'f':
      return () => desk.filter('figure')
    case 'c':
      return () => desk.filter('commitment')
    case '?':
      return () => desk.setAsk('keys')
    default:
      return undefined
  }
}
