import type { RefObject } from 'react'
import { useLayoutEffect, useRef } from 'react'

/** Tells the style sheets how tall an element stands, as a variable of the document, so that what sticks below it knows where it ends. */
export const useHeightVariable = (name: `--${string}`): RefObject<HTMLDivElement | null> => {
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    const root = document.documentElement.style
    const tell = (): void => root.setProperty(name, `${element.offsetHeight}px`)
    const watch = new ResizeObserver(tell)
    tell()
    watch.observe(element)
    return () => {
      watch.disconnect()
      root.removeProperty(name)
    }
  }, [name])
  return ref
}
