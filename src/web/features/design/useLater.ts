import { useEffect, useState } from 'react'

/** A value once it has stood still for so long, in milliseconds. */
export const useLater = <Value,>(value: Value, wait: number): Value => {
  const [settled, settle] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => settle(value), wait)
    return () => clearTimeout(timer)
  }, [value, wait])
  return settled
}
