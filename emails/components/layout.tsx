import type { ReactNode } from 'react'
import { paragraph } from '../plain-text'
import { fontFamily, light, styleSheet } from './palette'

/** What every message says about itself at its foot. */
export interface Footer {
  /** Why this person gets it, as a whole sentence. */
  reason: string
  /** Null where a message concerns an account and no one organisation. */
  organisationName: string | null
  /** Whether the message belongs to the reminders, of which there is at most one a day. */
  isReminder: boolean
  /** Where this installation is reached. */
  instanceUrl: string
}

const reminderRhythm = 'Reminders come at most once a day, on working days.'

/** The footer of the plain text part, after the line that mail clients take for its beginning. */
export function footerText(footer: Footer): string {
  const from = footer.organisationName === null ? '' : `${footer.organisationName} · `
  return [
    '-- ',
    paragraph(footer.reason),
    ...(footer.isReminder ? [reminderRhythm] : []),
    paragraph(`${from}Wardround`),
    footer.instanceUrl,
  ].join('\n')
}

/**
 * Fills the rest of the line that inboxes show after the subject, so that they do not run on into
 * the heading: a zero-width non-joiner and a no-break space, again and again.
 */
const PREHEADER_FILL = '\u200c\u00a0'.repeat(90)

function Preheader({ text }: { text: string }) {
  const hidden = { display: 'none', maxHeight: 0, overflow: 'hidden', opacity: 0, fontSize: 1 }
  return <div style={{ ...hidden, lineHeight: '1px' }}>{`${text}${PREHEADER_FILL}`}</div>
}

function FooterRow({ footer }: { footer: Footer }) {
  const line = { margin: '0 0 6px', fontSize: 13, lineHeight: '19px', color: light.muted }
  return (
    <tr>
      <td className="w-inner" style={{ padding: '20px 32px 32px' }}>
        <p className="w-muted" style={line}>
          {footer.reason}
        </p>
        {footer.isReminder && (
          <p className="w-muted" style={line}>
            {reminderRhythm}
          </p>
        )}
        <p className="w-muted" style={line}>
          {footer.organisationName === null ? '' : `${footer.organisationName} · `}
          <a className="w-muted" href={footer.instanceUrl} style={{ color: light.muted }}>
            Wardround
          </a>
        </p>
      </td>
    </tr>
  )
}

function Head({ title }: { title: string }) {
  return (
    <head>
      <meta httpEquiv="Content-Type" content="text/html; charset=UTF-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
      <meta name="x-apple-disable-message-reformatting" />
      <title>{title}</title>
      <style dangerouslySetInnerHTML={{ __html: styleSheet }} />
    </head>
  )
}

/**
 * The page around every message: 600 pixels wide, in tables because Outlook for Windows lays
 * nothing else out. The width is an attribute, not a style: Outlook obeys it, and a phone's client
 * overrides it by class.
 */
export function Layout(props: {
  title: string
  preheader: string
  footer: Footer
  children: ReactNode
}) {
  const grow = { role: 'presentation', cellPadding: 0, cellSpacing: 0, border: 0 }
  const container = { ...grow, className: 'w-container', width: 600, align: 'center' as const }
  const card = {
    padding: '28px 32px 32px',
    backgroundColor: light.card,
    border: `1px solid ${light.line}`,
    borderRadius: 8,
    overflowWrap: 'anywhere' as const,
    wordBreak: 'break-word' as const,
  }
  const page = { margin: 0, padding: 0, backgroundColor: light.page, fontFamily }
  return (
    <html lang="en" dir="ltr">
      <Head title={props.title} />
      <body className="w-page" style={page}>
        <Preheader text={props.preheader} />
        <table {...grow} className="w-page" width="100%" style={{ backgroundColor: light.page }}>
          <tbody>
            <tr>
              <td className="w-gutter" align="center" style={{ padding: '24px 12px', fontFamily }}>
                <table {...container} style={{ maxWidth: 600, textAlign: 'left' }}>
                  <tbody>
                    <tr>
                      <td className="w-card w-inner" style={card}>
                        {props.children}
                      </td>
                    </tr>
                    <FooterRow footer={props.footer} />
                  </tbody>
                </table>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  )
}
