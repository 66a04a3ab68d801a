import { useLocation, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { accountPath, signOutPath, tasksPath } from '~/domain/shared/paths'
import { Avatar } from '../primitives/avatar'
import { Icon } from '../primitives/icon'
import { Menu } from '../primitives/menu'
import { ListLink } from '../primitives/text-link'
import { Toast, type ToastMessage } from '../primitives/toast'
import { LogoMark } from './logo'
import { isWithin, navigationItems, type NavigationKey } from './navigation'
import { useFollowLinks } from './use-follow-links'

export interface ShellPerson {
  name: string
  email: string
  /** The permission role in words. */
  roleName: string
}

interface AppShellProps {
  organisationName: string
  person: ShellPerson
  /** The parts this person has any use for, in order. */
  navigation: readonly NavigationKey[]
  /** Banner elements: demo mode, mail kept. */
  banners?: ReactNode
  toast?: ToastMessage | null
  /** More `menu-item` links or forms for the account menu, such as other organisations. */
  accountItems?: ReactNode
  children: ReactNode
}

/** The frame of every page for somebody signed in. */
export function AppShell(props: AppShellProps) {
  const { organisationName, person, navigation, banners, toast, accountItems, children } = props
  useFollowLinks()
  const { pathname } = useLocation()
  return (
    <>
      <SkipLink />
      {banners ? <section aria-label="Notices">{banners}</section> : null}
      <header className="sticky top-0 z-20 border-b border-line bg-surface print:static">
        <PendingBar />
        <div className="mx-auto flex h-13 max-w-6xl items-center gap-3 px-4 sm:px-6">
          <NarrowNavigation keys={navigation} pathname={pathname} />
          <ListLink to={tasksPath()} className="flex min-w-0 items-center gap-2.5 rounded-md py-1">
            <LogoMark className="h-7 w-7 flex-none" />
            <span className="min-w-0">
              <span className="block text-base/4 font-semibold tracking-tight">Wardround</span>
              <span className="block max-w-44 truncate text-xs text-muted">{organisationName}</span>
            </span>
          </ListLink>
          <nav aria-label="Main" className="no-print ml-3 hidden min-w-0 flex-1 lg:block">
            <ul className="flex gap-0.5">
              {navigation.map((key) => (
                <li key={key}>
                  <NavigationLink itemKey={key} pathname={pathname} className="nav-link" />
                </li>
              ))}
            </ul>
          </nav>
          <div className="no-print ml-auto">
            <AccountMenu person={person} items={accountItems} />
          </div>
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto max-w-6xl px-4 py-6 pb-20 outline-none sm:px-6"
      >
        {children}
      </main>
      <Toast message={toast} />
    </>
  )
}

/** The first thing a keyboard reaches on any page; its target is `id="content"`. */
export function SkipLink() {
  return (
    <a
      href="#content"
      className="skip-link absolute top-1 left-1 z-50 -translate-y-16 rounded-md bg-accent px-3 py-2 font-semibold text-on-accent focus:translate-y-0"
    >
      Skip to content
    </a>
  )
}

interface NavigationLinkProps {
  itemKey: NavigationKey
  pathname: string
  className: string
  hasIcon?: boolean
}

function NavigationLink({ itemKey, pathname, className, hasIcon }: NavigationLinkProps) {
  const item = navigationItems[itemKey]
  return (
    <ListLink
      to={item.to}
      className={className}
      aria-current={isWithin(pathname, item.to) ? 'page' : undefined}
    >
      {hasIcon ? <Icon name={item.icon} /> : null}
      {item.label}
    </ListLink>
  )
}

/** Under 1024 px the navigation is a menu before the logo. */
function NarrowNavigation({
  keys,
  pathname,
}: {
  keys: readonly NavigationKey[]
  pathname: string
}) {
  return (
    <nav aria-label="Main" className="no-print -ml-1 lg:hidden">
      <Menu
        align="left"
        label="Main menu"
        summary={<Icon name="menu" className="h-5 w-5" />}
        summaryClassName="flex h-9 w-9 items-center justify-center rounded-md hover:bg-sunken"
      >
        <ul>
          {keys.map((key) => (
            <li key={key}>
              <NavigationLink itemKey={key} pathname={pathname} className="menu-item" hasIcon />
            </li>
          ))}
        </ul>
      </Menu>
    </nav>
  )
}

function AccountMenu({ person, items }: { person: ShellPerson; items?: ReactNode }) {
  return (
    <Menu
      label={`Account of ${person.name}`}
      summary={
        <>
          <Avatar name={person.name} />
          <span className="hidden max-w-36 truncate font-medium xl:block">{person.name}</span>
          <Icon name="chevron-down" className="text-muted" />
        </>
      }
      summaryClassName="flex min-h-9 items-center gap-2 rounded-md px-1.5 hover:bg-sunken"
    >
      <div className="mb-1 border-b border-line px-2.5 pt-1.5 pb-2.5">
        <p className="font-semibold">{person.name}</p>
        <p className="text-sm break-all text-muted">{person.email}</p>
        <p className="text-sm text-muted">{person.roleName}</p>
      </div>
      {items}
      <ListLink to={accountPath()} className="menu-item">
        <Icon name="person" />
        Your account
      </ListLink>
      <form method="post" action={signOutPath()}>
        <button type="submit" className="menu-item">
          <Icon name="sign-out" />
          Sign out
        </button>
      </form>
    </Menu>
  )
}

/** A thin moving line while a page loads, after a moment, so that quick ones do not flicker. */
function PendingBar() {
  const isPending = useNavigation().state !== 'idle'
  return isPending ? <div className="pending-bar" aria-hidden="true" /> : null
}
