/** A list's page in the address: the first page is left out, later ones are counted from 1. */
export const offsetOf = (page: string | undefined, size: number): number => {
  const number = /^\d{1,9}$/.test(page ?? '') ? Number(page) : 1
  return (Math.max(1, number) - 1) * size
}

export const pageAt = (offset: number, size: number): string | undefined => (offset < size ? undefined : String(Math.floor(offset / size) + 1))
