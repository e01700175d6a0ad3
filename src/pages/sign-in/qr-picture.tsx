import { qrCode } from '#pages/sign-in/qr-code.ts'

/** The light edge that cameras need, in modules. */
const edge = 4

/** The text as a QR code, drawn here on the server. Dark on light whatever the theme: cameras read nothing else. */
export const QrPicture = ({ text, title }: { text: string; title: string }) => {
  const grid = qrCode(text)
  if (!grid) return null
  const size = grid.length + 2 * edge
  const path = grid
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + edge} ${y + edge}h1v1h-1z` : '')))
    .join('')
  return (
    <svg class="naast-qr" viewBox={`0 0 ${size} ${size}`} width="220" height="220" role="img">
      <title>{title}</title>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shape-rendering="crispEdges" />
    </svg>
  )
}
