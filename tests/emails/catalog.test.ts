// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { ZodError } from 'zod'
import { renderEmail } from '~/infra/email-rendering.server'
import { emailCatalog, type EmailPayload } from '~emails/catalog'
import { type EmailKind, emailKinds } from '~emails/kinds'
import { samples } from './samples'

const cases = emailKinds.flatMap((kind) =>
  samples[kind].map((payload, index) => ({ kind, payload, name: `${kind} ${index + 1}` })),
)

const render = (kind: EmailKind, payload: unknown) =>
  renderEmail(kind, payload as EmailPayload<EmailKind>)

/** Every string of a payload, however deep. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : []
}

/** The payload with `spoil` applied to every string that is not a link. */
function spoiled(value: unknown, spoil: (text: string) => string): unknown {
  if (typeof value === 'string') return /^https?:/.test(value) ? value : spoil(value)
  if (Array.isArray(value)) return value.map((each) => spoiled(each, spoil))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, spoiled(each, spoil)]))
}

const pageOf = (html: string) => new DOMParser().parseFromString(html, 'text/html')
const inOneLine = (text: string) => text.replace(/\s+/g, ' ')

describe('the catalogue', () => {
  it('has a template for every kind', () => {
    expect(Object.keys(emailCatalog).sort()).toEqual([...emailKinds].sort())
  })

  describe.each(cases)('$name', ({ kind, payload }) => {
    it('renders three parts without holes in them', async () => {
      const parts = await render(kind, payload)
      for (const part of Object.values(parts)) {
        expect(part).not.toMatch(/undefined|\[object|\bnull\b|\bNaN\b/)
        expect(part.trim()).not.toBe('')
      }
      expect(parts.subject.length).toBeLessThanOrEqual(100)
    })

    it('says every value of its payload in both parts', async () => {
      const { html, text, subject } = await render(kind, payload)
      const page = pageOf(html)
      const links = [...page.querySelectorAll('a')].map((each) => each.getAttribute('href') ?? '')
      const shown = `${inOneLine(page.body.textContent ?? '')} ${links.join(' ')}`
      for (const value of stringsIn(payload)) {
        expect(shown).toContain(value)
        // The text part has no heading of its own: the subject stands above it.
        expect(`${subject} ${inOneLine(text)}`).toContain(value)
      }
    })

    it('links absolutely, and to nothing that is loaded on opening', async () => {
      const { html } = await render(kind, payload)
      const page = pageOf(html)
      const links = [...page.querySelectorAll('a')]
      expect(links.length).toBeGreaterThan(0)
      for (const each of links) expect(each.getAttribute('href')).toMatch(/^https?:\/\/[^/]+/)
      expect(page.querySelectorAll('img, script, link, iframe, form')).toHaveLength(0)
      expect(html).not.toMatch(/url\(/)
    })

    it('has one title, a language, a dark mode and a preheader before everything else', async () => {
      const { html } = await render(kind, payload)
      const page = pageOf(html)
      expect(page.querySelectorAll('h1')).toHaveLength(1)
      expect(page.documentElement.lang).toBe('en')
      expect(page.title).not.toBe('')
      expect(page.querySelector('meta[name="color-scheme"]')).not.toBeNull()
      expect(html).toContain('prefers-color-scheme:dark')
      expect(page.body.firstElementChild?.getAttribute('style')).toContain('display:none')
      for (const table of page.querySelectorAll('table')) {
        expect(table.getAttribute('role')).toBe('presentation')
      }
    })

    it('has a text part of readable lines without markup', async () => {
      const { text } = await render(kind, payload)
      expect(text).not.toMatch(/<\/?[a-z][^>]*>|&[a-z]+;|&#\d+;/i)
      for (const line of text.split('\n')) {
        if (!/^\s*https?:/.test(line)) expect(line.length).toBeLessThanOrEqual(72)
      }
      expect(text).not.toMatch(/\n{3,}/)
      expect(text).toContain('You get this because')
    })

    it('escapes what people wrote', async () => {
      const hostile = '<script>alert(1)</script><img src=x onerror="alert(2)">&"\''
      const { html } = await render(
        kind,
        spoiled(payload, (text) => `${text}${hostile}`),
      )
      const page = pageOf(html)
      expect(page.querySelectorAll('script, img')).toHaveLength(0)
      expect(html).toContain('&lt;script&gt;alert(1)')
      expect(page.body.textContent).toContain(hostile)
    })

    it('keeps line breaks out of the subject', async () => {
      const { subject, text } = await render(
        kind,
        spoiled(payload, (value) => `a\r\nBcc: x@evil.example\u2028${value}\0`),
      )
      expect(subject).toMatch(/^[^\r\n\u2028\u2029\0]*$/)
      expect(text).not.toMatch(/^Bcc:/m)
    })

    it('refuses links that are not absolute', async () => {
      for (const link of ['/my-tasks', 'javascript:alert(1)', 'data:text/html,x', '']) {
        const broken = JSON.parse(
          JSON.stringify(payload).replaceAll(/"https?:[^"]*"/g, JSON.stringify(link)),
        )
        await expect(render(kind, broken)).rejects.toThrow(ZodError)
      }
    })
  })
})
