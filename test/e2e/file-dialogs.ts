/** The system's file dialogs, answered by the test. */
import type { ElectronApplication } from '@playwright/test';

/** Lets the office choose this file or folder in every dialog that asks to open one. */
export const opening = (app: ElectronApplication, path: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);

/** The same for every dialog that asks where to save. */
export const saving = (app: ElectronApplication, path: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, path);
