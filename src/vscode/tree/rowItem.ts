import type { TreeItemCollapsibleState } from 'vscode';
import { ThemeColor, ThemeIcon, TreeItem } from 'vscode';
import { spokenText, type Row } from '../../display/row';

/** How VS Code draws a row. */
export function rowItem(row: Row, collapsible: TreeItemCollapsibleState): TreeItem {
  const item = new TreeItem(row.label, collapsible);
  item.id = row.id;
  item.description = row.description ?? false;
  item.tooltip = row.tooltip ?? '';
  if (row.icon) {
    const { id, color } = row.icon;
    item.iconPath = new ThemeIcon(id, color === undefined ? undefined : new ThemeColor(color));
  }
  if (row.contextValue !== undefined) {
    item.contextValue = row.contextValue;
  }
  item.accessibilityInformation = { label: spokenText(row) };
  return item;
}
