import { useSyncExternalStore } from 'react'

/** Whether the desk hears keys pressed alone, as this browser's reader chose: those who speak to their machine turn them off (WCAG 2.1.4). */
export const useSingleKeys = (): boolean => useSyncExternalStore(listen, singleKeys)

export const singleKeys = (): boolean => localStorage.getItem(storageKey) !== 'off'

export const hearSingleKeys = (heard: boolean): void => {
  localStorage.setItem(storageKey, heard ? 'on' : 'off')
  for (const listener of listeners) listener()
}

const storageKey = 'zhenwu.keys'
const listeners = new Set<() => void>()

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
