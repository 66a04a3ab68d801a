import type { EmailPayload } from '~emails/catalog'
import type { EmailTemplate } from '~emails/email-template'
import type { EmailKind } from '~emails/kinds'

/** A message ready to be stored and sent. The subject is one line. */
export interface RenderedEmail {
  subject: string
  html: string
  text: string
}

/**
 * Renders one message of the catalogue. The templates and the renderer are loaded with the first
 * message, so a process that sends none does not keep them in memory.
 *
 * @throws ZodError when the payload does not fit the kind: a relative link, a missing value.
 */
export async function renderEmail<Kind extends EmailKind>(
  kind: Kind,
  payload: EmailPayload<Kind>,
): Promise<RenderedEmail> {
  const [{ emailCatalog }, { render }, { createElement }] = await Promise.all([
    import('~emails/catalog'),
    import('@react-email/render'),
    import('react'),
  ])
  const template = emailCatalog[kind] as unknown as EmailTemplate<EmailPayload<Kind>>
  const ready = template.payload.parse(payload)
  const html = await render(createElement(() => template.component(ready)))
  return { subject: template.subject(ready), html, text: template.text(ready) }
}
