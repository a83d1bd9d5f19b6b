/** Runs in the main process: tells what stops the app, when there is no window to tell it in. */
import { app, dialog } from 'electron';
import type { Language } from '../../preload/contract/views';
import { knownText } from '../log/catalogue';
import type { ProblemText } from '../log/problem-text';

/** Shows the message, as soon as the app is ready, until the user has read it. */
export async function showStop({ message, action }: ProblemText, language: Language): Promise<void> {
  await app.whenReady();
  await dialog.showMessageBox({
    type: 'error',
    title: app.name,
    message: message[language],
    detail: action?.[language] ?? '',
    buttons: [knownText('start.close')[language]],
  });
}
