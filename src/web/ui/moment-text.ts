/** An instant as the town's clock shows it, to the minute: 2023-07-05 14:02. */
export const momentText = (instant: string): string => formatter.format(new Date(instant)).replace(',', '')

const formatter = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })
