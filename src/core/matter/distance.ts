/** A position as text: latitude and longitude in degrees (WGS 84), `30.2391,121.4562`; undefined where it is none. */
export const parsePosition = (text: string | null | undefined): { readonly latitude: number; readonly longitude: number } | undefined => {
  const found = /^\s*(-?\d{1,2}(?:\.\d{1,8})?)\s*[,，]\s*(-?\d{1,3}(?:\.\d{1,8})?)\s*$/.exec(text ?? '')
  if (found === null) return undefined
  const [latitude, longitude] = [Number(found[1]), Number(found[2])]
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined
}

/** Whole metres between two positions along the globe; null where either is unknown. It is shown beside evidence and decides nothing. */
export const metresBetween = (a: string | null | undefined, b: string | null | undefined): number | null => {
  const [from, to] = [parsePosition(a), parsePosition(b)]
  if (from === undefined || to === undefined) return null
  const rad = (degrees: number): number => (degrees * Math.PI) / 180
  const [dLat, dLng] = [rad(to.latitude - from.latitude), rad(to.longitude - from.longitude)]
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(rad(from.latitude)) * Math.cos(rad(to.latitude)) * Math.sin(dLng / 2) ** 2
  return Math.round(2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(h))))
}

/** Mean radius in metres. */
const earthRadius = 6_371_009
