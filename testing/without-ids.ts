/** A text without the identifiers in it, of which any four digits may be part: for who looks whether it tells of somebody. */
export const withoutIds = (text: string): string =>
  text.replaceAll(/[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/gi, '')
