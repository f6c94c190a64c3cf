import { useEffect, useState } from 'react'

/** Where the device is: being asked, known, not allowed, or not to be had. */
export type Placed = { readonly kind: 'asking' } | { readonly kind: 'known'; readonly position: string } | { readonly kind: 'denied' } | { readonly kind: 'unavailable' }

/** Asks the device where it is when the page opens, and again when asked to. */
export const usePosition = (): { readonly placed: Placed; readonly ask: () => void } => {
  const [placed, setPlaced] = useState<Placed>(() => ({ kind: 'geolocation' in navigator ? 'asking' : 'unavailable' }))
  useEffect(() => locate(setPlaced), [])
  return {
    placed,
    ask: () => {
      setPlaced({ kind: 'geolocation' in navigator ? 'asking' : 'unavailable' })
      locate(setPlaced)
    },
  }
}

const locate = (tell: (placed: Placed) => void): void => {
  if (!('geolocation' in navigator)) return
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => tell({ kind: 'known', position: `${coords.latitude.toFixed(5)},${coords.longitude.toFixed(5)}` }),
    (problem) => tell({ kind: problem.code === problem.PERMISSION_DENIED ? 'denied' : 'unavailable' }),
    { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
  )
}
