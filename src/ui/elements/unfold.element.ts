const asked = (): HTMLElement | null => document.getElementById(decodeURIComponent(location.hash.slice(1)))

/** What a link leads to opens when it is folded; not every browser does so by itself. */
const unfold = (): void => {
  const target = asked()
  let fold = target?.closest('details')
  if (fold === null || fold === undefined) return
  for (; fold; fold = fold.parentElement?.closest('details')) fold.open = true
  target?.scrollIntoView()
}

/** In a row of tabs that is wider than the screen the current one is in sight. */
const showCurrentTab = (): void => {
  for (const tab of document.querySelectorAll<HTMLElement>('.op-tabs [aria-current]')) {
    const row = tab.closest('ul')
    if (row !== null) row.scrollLeft += tab.getBoundingClientRect().left - row.getBoundingClientRect().left - row.clientWidth / 3
  }
}

export const startUnfolding = (): void => {
  unfold()
  showCurrentTab()
  window.addEventListener('hashchange', unfold)
}
