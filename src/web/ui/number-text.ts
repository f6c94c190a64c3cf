/** A decimal text with thousands set apart: 1,340.86. The value is not changed. */
export const numberText = (value: string): string => {
  const [whole = '', fraction] = value.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}
