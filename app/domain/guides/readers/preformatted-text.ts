/**
 * The text of a page that is nothing but one `<pre>`: what a browser makes of a text file.
 *
 *     preformattedText('<html><body><pre>Plan\\n- Do it</pre></body></html>') // 'Plan\\n- Do it'
 *     preformattedText('<h1>Plan</h1><pre>Do it</pre>')                     // null
 */
import { cleanCharacters } from './clean-characters'
import { decodeEntities } from './html/html-entities'

/** Such a page says little before its text, and nothing behind it. */
const longestFrame = 2000

/** The text, or null when there is anything beside it. */
export function preformattedText(source: string): string | null {
  const start = source.slice(0, longestFrame).search(/<pre\b/i)
  const end = source.lastIndexOf('</pre>')
  if (start === -1 || end < start || source.indexOf('</pre>') !== end) return null
  if (source.length - end > longestFrame) return null
  if (wordsOf(source.slice(0, start)) !== '' || wordsOf(source.slice(end)) !== '') return null
  const text = source.slice(source.indexOf('>', start) + 1, end)
  return /<[a-z/]/i.test(text) ? null : cleanCharacters(decodeEntities(text))
}

function wordsOf(html: string): string {
  return html
    .replace(/<(style|script|title)\b[^]*?<\/\1>/gi, '')
    .replace(/<[^<>]*>/g, '')
    .trim()
}
