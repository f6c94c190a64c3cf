/** Signing out that the server could not be told of: it is told when it is next reached, before anybody's page is shown. */
export const leaving = {
  is: (): boolean => localStorage.getItem(key) !== null,
  mark: (): void => localStorage.setItem(key, '1'),
  clear: (): void => localStorage.removeItem(key),
}

const key = 'zhenwu.leaving'
