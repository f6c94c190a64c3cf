/** Takes the bytes of a COPY one part after the other and hands each line to a visitor. */
export const lineReader = (visit: (line: string) => void): ((chunk: Uint8Array) => void) => {
  const decoder = new TextDecoder()
  let rest = ''
  return (chunk) => {
    const text = rest + decoder.decode(chunk, { stream: true })
    let from = 0
    for (let end = text.indexOf('\n', from); end >= 0; end = text.indexOf('\n', from)) {
      visit(text.slice(from, end))
      from = end + 1
    }
    rest = text.slice(from)
  }
}

/** A value of a COPY line as it was before it was escaped. */
export const unescape = (text: string): string => (text.includes('\\') ? text.replace(/\\(.)/g, (_, mark: string) => marks[mark] ?? mark) : text)

const marks: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\' }
