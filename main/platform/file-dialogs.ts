/** Runs in the main process: asks the office for a file. The screens never name a path. */
import { dialog, type BrowserWindow } from 'electron';

export interface FileKind {
  /** For people: "Werkbonnen (JSON)". */
  readonly name: string;
  readonly extensions: readonly string[];
}

/** Path of an existing file, or null when the office cancels. */
export async function askFileToOpen(
  window: BrowserWindow,
  title: string,
  kinds: readonly FileKind[],
): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    properties: ['openFile'],
    filters: kinds.map(({ name, extensions }) => ({ name, extensions: [...extensions] })),
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Path of a folder, which may be made in the dialog; null when the office cancels. */
export async function askFolder(window: BrowserWindow, title: string): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Path to write to (the system asks before a file is replaced), or null when the office cancels. */
export async function askFileToSave(
  window: BrowserWindow,
  title: string,
  suggestedName: string,
  kind: { readonly name: string; readonly extension: string },
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    defaultPath: suggestedName,
    filters: [{ name: kind.name, extensions: [kind.extension] }],
  });
  return canceled || filePath === '' ? null : filePath;
}
