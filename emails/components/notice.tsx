import { blocks, link, paragraph } from '../plain-text'
import { Button } from './button'
import { footerText, type Footer, Layout } from './layout'
import { Paragraph, Title } from './prose'

/**
 * A short message: a title, some paragraphs, at most one button. Both parts are drawn from the same
 * words, so that they cannot come to say different things.
 */
export interface Notice {
  title: string
  /** What inboxes show after the subject. */
  preheader: string
  greeting: string
  paragraphs: readonly string[]
  button: { label: string; url: string } | null
  /** Said after the button. */
  closing: readonly string[]
  footer: Footer
}

/** "Hello Anna Weber," or, where no name is known, "Hello,". */
export function greetingFor(name: string | null): string {
  return name === null || name.trim() === '' ? 'Hello,' : `Hello ${name},`
}

/** The HTML part of a short message. */
export function NoticeEmail({ notice }: { notice: Notice }) {
  return (
    <Layout title={notice.title} preheader={notice.preheader} footer={notice.footer}>
      <Title>{notice.title}</Title>
      <Paragraph>{notice.greeting}</Paragraph>
      {notice.paragraphs.map((text) => (
        <Paragraph key={text}>{text}</Paragraph>
      ))}
      {notice.button && <Button {...notice.button} />}
      {notice.closing.map((text) => (
        <Paragraph key={text}>{text}</Paragraph>
      ))}
    </Layout>
  )
}

/** The plain text part of a short message. */
export function noticeText(notice: Notice): string {
  return blocks([
    paragraph(notice.greeting),
    ...notice.paragraphs.map((text) => paragraph(text)),
    notice.button && link(notice.button.label, notice.button.url),
    ...notice.closing.map((text) => paragraph(text)),
    footerText(notice.footer),
  ])
}
