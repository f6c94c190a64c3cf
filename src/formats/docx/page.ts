/**
 * The page of GB/T 9704-2012 5.2 in Word's numbers: A4, a type area of 156 × 225 mm, 37 mm above it and 28 mm on
 * the binding side, filled by 22 lines of 28 characters of size 3. Lengths are twips, twentieths of a point.
 */
export const page = { width: 11906, height: 16838, top: 2098, bottom: 1984, left: 1587, right: 1474, header: 1191, footer: 1440 } as const

/** Width and height of the type area, in twips. */
export const textWidth = page.width - page.left - page.right
export const textHeight = page.height - page.top - page.bottom

export const linesPerPage = 22
export const charactersPerLine = 28

/** Font sizes in half-points by their Chinese names: 2号, 3号, 4号, 小4号. */
export const size = { two: 44, three: 32, four: 28, smallFour: 24 } as const

/** The exact line in twips, rounded down so that the last of 22 lines still fits: 28.95 pt. */
export const line = Math.floor(textHeight / linesPerPage)

/**
 * What a character of size 3 gives up so that 28 fill the line, in twips. The style carries it and not the grid's own
 * w:charSpace: Word does the same with both, but LibreOffice gives a character wider than a grid cell two cells.
 */
export const letterSpacing = Math.floor(textWidth / charactersPerLine - 10 * size.three)

/** The width of one character of a size, in twips. */
export const em = (halfPoints: number): number => halfPoints * 10
