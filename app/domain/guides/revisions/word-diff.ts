/**
 * What changed inside a text, word by word, in pieces that read on in order: what stayed, what went
 * and what came.
 *
 *     wordDiff('List every laptop', 'Count every laptop')
 *     // [{ kind: 'gone', text: 'List' }, { kind: 'new', text: 'Count' }, { kind: 'same', text: ' every laptop' }]
 */

export interface WordPiece {
  kind: 'same' | 'gone' | 'new'
  text: string
}

/** Words times words that are compared one by one; what is longer is shown as replaced. */
const mostSteps = 1_000_000

/** The pieces; white space apart, those not new say what stood before, those not gone what stands. */
export function wordDiff(before: string, after: string): WordPiece[] {
  const [a, b] = [tokensOf(before), tokensOf(after)]
  const isSame = (i: number, j: number) => a[i]?.trim() === b[j]?.trim()
  const most = Math.min(a.length, b.length)
  let start = 0
  while (start < most && isSame(start, start)) start += 1
  let end = 0
  while (end < most - start && isSame(a.length - 1 - end, b.length - 1 - end)) end += 1
  const pieces: WordPiece[] = []
  for (let i = 0; i < start; i += 1) addSame(pieces, a[i], b[i])
  addMiddle(pieces, a.slice(start, a.length - end), b.slice(start, b.length - end))
  for (let i = end; i > 0; i -= 1) addSame(pieces, a[a.length - i], b[b.length - i])
  return pieces
}

/** Words with the white space before them, and apart from them the signs that end one: "call", ",". */
const tokensOf = (text: string) =>
  text.trim().match(/\s*(?:[,;:.!?]+(?=\s|$)|(?:(?![,;:.!?]+(?:\s|$))\S)+)/g) ?? []

function add(pieces: WordPiece[], kind: WordPiece['kind'], text: string): void {
  if (text === '') return
  const last = pieces.at(-1)
  if (last?.kind === kind) last.text += text
  else pieces.push({ kind, text })
}

/** The first word of one side may stand inside the other: it keeps the space that is there. */
const addSame = (pieces: WordPiece[], a = '', b = '') =>
  add(pieces, 'same', a.length > b.length ? a : b)

/** The longest common run of words stays; of what differs at one place the old stands first. */
function addMiddle(pieces: WordPiece[], a: readonly string[], b: readonly string[]): void {
  if (a.length * b.length > mostSteps) {
    add(pieces, 'gone', a.join(''))
    add(pieces, 'new', b.join(''))
    return
  }
  const lengths = commonLengths(a, b)
  const width = b.length + 1
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const right = lengths[i * width + j + 1] ?? 0
    const below = lengths[(i + 1) * width + j] ?? 0
    if (i < a.length && j < b.length && a[i]?.trim() === b[j]?.trim()) {
      addSame(pieces, a[i++], b[j++])
    } else if (i < a.length && (j === b.length || below >= right)) {
      add(pieces, 'gone', a[i++] ?? '')
    } else {
      add(pieces, 'new', b[j++] ?? '')
    }
  }
}

/** At (i, j): how many words the rests from there have in common, in order. */
function commonLengths(a: readonly string[], b: readonly string[]): Int32Array {
  const width = b.length + 1
  const lengths = new Int32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const at = i * width + j
      lengths[at] =
        a[i]?.trim() === b[j]?.trim()
          ? (lengths[at + width + 1] ?? 0) + 1
          : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0)
    }
  }
  return lengths
}
