export interface NavigationItem {
  readonly href: string
  readonly label: string
  readonly current: boolean
  /** Under "More", beneath this heading; absent: in the menu itself. */
  readonly group?: string
}
