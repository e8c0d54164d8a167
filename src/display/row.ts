/** A codicon and, where it carries a state, a theme colour. */
export interface RowIcon {
  readonly id: string;
  readonly color?: string;
}

/** A row of the view, as plain data: what is shown, not how VS Code draws it. */
export interface Row {
  /** Stable over redraws and restarts, and unique in the view. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** Plain text. */
  readonly tooltip?: string;
  readonly icon?: RowIcon;
  /** What menus ask for in `viewItem`. */
  readonly contextValue?: string;
  /** What a screen reader says instead of label and description. */
  readonly accessibilityLabel?: string;
  readonly children?: readonly Row[];
}

/** What a screen reader says for a row; where VS Code is not told, it says the tooltip alone. */
export function spokenText({ label, description, accessibilityLabel }: Row): string {
  return accessibilityLabel ?? (description ? `${label}, ${description}` : label);
}
