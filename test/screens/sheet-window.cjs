/** A window of its own for the sheets: that of the app shows nothing but the app. Chromium draws no window that is hidden. */
const { app, BrowserWindow } = require('electron');

void app.whenReady().then(() => new BrowserWindow({ width: 2560, height: 1440 }).loadURL('about:blank'));
