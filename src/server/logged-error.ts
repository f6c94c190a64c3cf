/**
 * What the log keeps of a failure: where it happened and what the database called it. The database quotes the
 * values it stumbled over (classes 22 and 23, and every `detail`), so those sentences are left out.
 */
export const loggedError = (error: Error): { type: string; message: string; stack: string; code?: string; constraint?: string } => {
  const { code, constraint } = error as { code?: unknown; constraint?: unknown }
  const quotes = typeof code === 'string' && /^2[23]...$/.test(code)
  const [first = '', ...frames] = (error.stack ?? '').split('\n')
  return {
    type: error.name,
    message: quotes ? '' : error.message,
    stack: [...(quotes ? [] : [first]), ...frames.filter((line) => line.trimStart().startsWith('at '))].join('\n'),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
  }
}
