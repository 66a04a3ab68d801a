import { light } from './palette'

/**
 * The one thing to do. A table cell carries colour and padding, because Outlook for Windows pads no
 * link; the link fills the cell elsewhere. At least 44 pixels high, for thumbs.
 */
export function Button({ label, url }: { label: string; url: string }) {
  const grow = { role: 'presentation', cellPadding: 0, cellSpacing: 0, border: 0 }
  return (
    <table {...grow} style={{ margin: '20px 0', borderCollapse: 'separate' }}>
      <tbody>
        <tr>
          <td
            className="w-button"
            align="center"
            style={{
              backgroundColor: light.accent,
              border: `1px solid ${light.accent}`,
              borderRadius: 6,
              padding: '11px 24px',
            }}
          >
            <a
              className="w-button-label"
              href={url}
              style={{
                display: 'block',
                fontSize: 16,
                lineHeight: '22px',
                fontWeight: 600,
                color: light.onAccent,
                textDecoration: 'none',
              }}
            >
              {label}
            </a>
          </td>
        </tr>
      </tbody>
    </table>
  )
}
