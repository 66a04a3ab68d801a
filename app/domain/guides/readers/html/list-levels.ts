/**
 * Puts together what Google Docs writes as lists beside each other: the list and the level are in the
 * class of each.
 *
 *     <ul class="lst-kix_a-0"><li>Keys</li></ul>
 *     <ul class="lst-kix_a-1"><li>Every year</li></ul>   below "Keys"
 *     <ul class="lst-kix_a-0"><li>Doors</li></ul>        after "Keys"
 */
import type { Element } from 'hast'
import type { Block, List } from '../../document-tree'
import { classesOf } from './html-elements'
import type { Lines } from './html-reader'

const levelOfList = /^lst-(kix_\w+)-(\d)$/

export class ListLevels {
  private readonly names = new WeakMap<List, string>()

  /** Whether the list goes on with the one before it, and is now part of that. */
  join(before: Block | Lines | undefined, list: List, { properties }: Element): boolean {
    const [, name = '', level = ''] = classesOf(properties).map(levelOf).find(Boolean) ?? []
    if (name === '') return false
    this.names.set(list, name)
    if (before?.kind !== 'list' || this.names.get(before) !== name) return false
    let target = before
    for (let depth = 0; depth < Number(level); depth++) {
      const children = target.items.at(-1)?.children
      const below = children?.at(-1)
      if (below?.kind === 'list') target = below
      else {
        children?.push(list)
        return children !== undefined
      }
    }
    for (const item of list.items) target.items.push(item)
    return true
  }
}

const levelOf = (name: string) => levelOfList.exec(name)
