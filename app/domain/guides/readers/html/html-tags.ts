/**
 * What the elements of HTML are to a reader of plans. Names only; no document is looked at here.
 */

/** Elements that stand on lines of their own. What is not here runs on within a line. */
export const blockElements: ReadonlySet<string> = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
  figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol
  optgroup p pre search section summary table tbody td tfoot th thead tr ul`.split(/\s+/),
)

/** Elements without an end tag. */
export const voidElements: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
)

/** Elements that hold nothing a person reads as the document's text. */
export const wordlessElements: ReadonlySet<string> = new Set(
  `area aside audio base button canvas col colgroup datalist embed head iframe img input link map
  meta meter nav noembed noframes noscript object optgroup option output param picture progress
  script search select source style svg template textarea title track video`.split(/\s+/),
)

/** The same where an element only says by its role what it is. */
export const wordlessRoles: ReadonlySet<string> = new Set(
  'navigation banner contentinfo complementary search menu menubar toolbar tablist'.split(' '),
)

/**
 * Names by which pages without such elements mark the same things. Whole names only: "main-content"
 * and "footer-note" are none of these.
 */
export const wordlessNames: ReadonlySet<string> = new Set(
  `nav navbar navigation main-nav site-nav main-navigation menu main-menu nav-menu topnav
  breadcrumb breadcrumbs footer site-footer page-footer footer-widgets sidebar side-bar site-header
  page-header widget widgets widget-area related related-posts share sharing social social-share
  sharedaddy newsletter cookie-banner cookie-notice comments comment-respond comment-list
  pagination post-navigation advert advertisement ads promo skip-link`.split(/\s+/),
)

/** Elements that the HTML parser opens again in every block while nobody closes them. */
export const formattingElements: ReadonlySet<string> = new Set(
  'a b big code em font i nobr s small strike strong tt u'.split(' '),
)

/** Elements that end by themselves where the next of their kind begins, and so do not nest alone. */
export const impliedEndElements: ReadonlySet<string> = new Set(
  'li p dt dd tr td th thead tbody tfoot option optgroup caption colgroup rp rt'.split(' '),
)
