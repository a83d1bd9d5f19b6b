/** Runs in the sandboxed preload of the window: offers the declared calls as `window.app`, and nothing of Electron. */
import { contextBridge, ipcRenderer } from 'electron';
import { buildBridge } from './build-bridge';
import { companyOfPage } from './contract/page-address';

contextBridge.exposeInMainWorld('app', buildBridge(ipcRenderer, companyOfPage(location.href)));
