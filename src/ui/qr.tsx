import QRCode from 'qrcode'

const QUIET = 4

/** A QR code drawn on the server: dark on white in every theme, so that a camera can read it. */
export const Qr = ({ text, label }: { readonly text: string; readonly label: string }) => {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const size = modules.size + QUIET * 2
  const dark = Array.from(modules.data, (bit, at) =>
    bit === 0 ? '' : `M${QUIET + (at % modules.size)} ${QUIET + Math.floor(at / modules.size)}h1v1h-1z`,
  ).join('')
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} width="240" height="240" shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={dark} fill="#000" />
    </svg>
  )
}
