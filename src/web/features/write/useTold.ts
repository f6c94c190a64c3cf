import { useEffect, useState } from 'react'
import type { Told } from '../../../core/report/print.ts'

/** What some measures tell: those the text binds at once, the others as soon as they are read. */
export const useTold = (keys: readonly string[], told: ReadonlyMap<string, Told>, tell: (measures: readonly string[]) => Promise<ReadonlyMap<string, Told>>): ReadonlyMap<string, Told> => {
  const [read, setRead] = useState<ReadonlyMap<string, Told>>(new Map())
  const missing = keys.filter((key) => !told.has(key) && !read.has(key)).join(',')
  useEffect(() => {
    if (missing === '') return undefined
    let left = false
    const timer = setTimeout(() => {
      void tell(missing.split(',')).then(
        (more) => void (left || setRead((before) => new Map([...before, ...more]))),
        () => undefined,
      )
    }, 120)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [missing, tell])
  return new Map(keys.flatMap((key) => {
    const found = told.get(key) ?? read.get(key)
    return found === undefined ? [] : [[key, found] as const]
  }))
}
