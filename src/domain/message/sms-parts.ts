/** The alphabet that every phone has (3GPP TS 23.038, 6.2.1): a character a place, and these of the extension two. */
const single = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const double = new Set('\f^{}\\[~]|€')

/** Can it be written in that alphabet? One character that can't makes every other take more than twice the room. */
export const inPlainAlphabet = (text: string): boolean =>
  [...text].every((character) => single.has(character) || double.has(character))

/** How many parts a text message takes: 160 places in one, or 70 for other alphabets; in more, some go to numbering. */
export function smsParts(text: string): number {
  const plain = inPlainAlphabet(text)
  const places = plain
    ? [...text].reduce((sum, character) => sum + (double.has(character) ? 2 : 1), 0)
    : text.length
  const [one, each] = plain ? [160, 153] : [70, 67]
  return places <= one ? 1 : Math.ceil(places / each)
}
