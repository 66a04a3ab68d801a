/**
 * Suggests the references that an action serves, by the words of the mapping, and says why. A
 * suggestion is offered as one; nothing is stored by it.
 *
 *     suggestFrameworkRefs({ action: 'Train every shift on phishing', outcome: null, … })[0]
 *     // { ref: 'hipaa:164.308(a)(5)', words: ['Train', 'phishing'], reason:
 *     //   'Mentions “Train” and “phishing”. Training staff serves HIPAA 164.308(a)(5): it asks for …' }
 *
 * Words of the action count most, then those of the outcome; the detail speaks where the action says
 * nothing. What a rule names first weighs more than what it names last. At most two references of a
 * framework are suggested, the best first.
 */
import type { Track } from '~/domain/shared/vocabulary'
import { phrases } from '~/domain/guides/vocabulary/phrases'
import { sortFrameworkRefs } from './catalog/catalog'
import { frameworkOf, frameworkRefLabel, type Framework } from './framework-ref'
import { mappingRules } from './mapping/mapping'
import type { MappingRule } from './mapping/mapping-rule'
import { wordFinder, type FoundWords } from './word-finder'

/** What suggestions are made from. */
export interface FrameworkSubject {
  action: string
  outcome: string | null
  detail: string | null
  track: Track | null
}

export interface FrameworkSuggestion {
  ref: string
  /** Two sentences for people: which words it was, and what they have to do with the clause. */
  reason: string
  /** The words, as they stand in the item. */
  words: string[]
  /** The same in parts, for a list that says once what several references have in common. */
  said: string
  because: string
}

const perFramework = 2
/** A suggestion far weaker than the best one is more noise than help. */
const weakest = 0.35
/** How much the next reference of a rule weighs less than the one before it. */
const step = 0.15
const weight = { action: 6, outcome: 2, detail: 1 } as const
/** For a further word, for a phrase of several words, and for the track. */
const bonus = 1
/** An action says what it does in its first word: "Encrypt laptops", "Alert on deleted backups". */
const firstWord = 2
/** What a broad rule weighs beside one that names the thing itself. */
const broad = 0.7
const longestText = 4_000

const find = wordFinder(
  mappingRules.map(({ words }) => [...phrases(words.en), ...phrases(words.de)]),
)

/** A rule whose words are in the item. */
interface Hit {
  rule: MappingRule
  words: string[]
  score: number
  isInDetailOnly: boolean
}

/** The references that the item seems to serve, best first; none where no rule has its words. */
export function suggestFrameworkRefs(item: FrameworkSubject): FrameworkSuggestion[] {
  const best = new Map<string, { suggestion: FrameworkSuggestion; score: number }>()
  for (const hit of hitsOf(item)) {
    hit.rule.serves.forEach(([ref, because], place) => {
      const score = hit.score * (1 - step * place)
      if (score <= (best.get(ref)?.score ?? 0)) return
      best.set(ref, { suggestion: suggestionOf(hit, ref, because), score })
    })
  }
  return choose(best)
}

/** The strongest, few of each framework; equals in the catalogue's order. */
function choose(
  best: ReadonlyMap<string, { suggestion: FrameworkSuggestion; score: number }>,
): FrameworkSuggestion[] {
  const ranked = sortFrameworkRefs(best.keys())
    .flatMap((ref) => best.get(ref) ?? [])
    .sort((a, b) => b.score - a.score)
  const least = (ranked[0]?.score ?? 0) * weakest
  const taken = new Map<Framework | null, number>()
  return ranked.flatMap(({ suggestion, score }) => {
    const framework = frameworkOf(suggestion.ref)
    const count = taken.get(framework) ?? 0
    if (score < least || count >= perFramework) return []
    taken.set(framework, count + 1)
    return suggestion
  })
}

function hitsOf(item: FrameworkSubject): Hit[] {
  const found = {
    action: find(item.action),
    outcome: find(item.outcome?.slice(0, longestText) ?? ''),
    detail: find(item.detail?.slice(0, longestText) ?? ''),
  }
  const hits = mappingRules.flatMap((rule, list) => {
    const words = (field: keyof typeof found) => found[field].filter((word) => word.list === list)
    const said = { action: words('action'), outcome: words('outcome'), detail: words('detail') }
    const all = [...said.action, ...said.outcome, ...said.detail]
    if (all.length === 0) return []
    const isInDetailOnly = said.action.length + said.outcome.length === 0
    return { rule, words: distinct(all), score: scoreOf(rule, said, item.track), isInDetailOnly }
  })
  const strong = hits.filter(({ isInDetailOnly }) => !isInDetailOnly)
  return strong.length > 0 ? strong : hits
}

type Said = Record<keyof typeof weight, readonly FoundWords[]>

function scoreOf(rule: MappingRule, said: Said, track: Track | null): number {
  const { action } = said
  const score =
    (Object.keys(weight) as (keyof typeof weight)[]).reduce(
      (sum, field) => sum + (said[field].length > 0 ? weight[field] : 0),
      0,
    ) +
    (distinct(action).length > 1 ? bonus : 0) +
    (action.some(({ words }) => words > 1) ? bonus : 0) +
    (rule.track !== undefined && rule.track === track ? bonus : 0)
  if (rule.isBroad) return score * broad
  return action.some(({ isFirst }) => isFirst) ? score + firstWord : score
}

/** Each of them once, without those that are a part of a longer one: "audit logs", not "logs" too. */
function distinct(found: readonly FoundWords[]): string[] {
  const texts = [...new Map(found.map(({ text }) => [text.toLowerCase(), text])).entries()]
  return texts.flatMap(([key, text]) =>
    texts.some(([other]) => other !== key && other.includes(key)) ? [] : text,
  )
}

function suggestionOf({ rule, words }: Hit, ref: string, because: string): FrameworkSuggestion {
  const named = words.slice(0, 3).map((word) => `“${word}”`)
  const mentioned = [named.slice(0, -1).join(', '), named.at(-1)].filter(Boolean).join(' and ')
  const said = `Mentions ${mentioned}. ${rule.does} serves`
  return { ref, reason: `${said} ${frameworkRefLabel(ref)}: ${because}.`, words, said, because }
}
