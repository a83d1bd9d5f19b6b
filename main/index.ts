/** Entry of the main process: finds out what the app was started for, and starts that. */
import { homedir } from 'node:os';
import { ownArguments, readLaunch } from './cli/launch';
import { dataFolderAt, defaultDataFolder } from './platform/data-folder';
import { startWindow } from './start-window';

const launch = readLaunch(ownArguments(process.argv, process.defaultApp));
const standardFolder = defaultDataFolder({ platform: process.platform, homeDirectory: homedir(), env: process.env });

// The app gets ready when this module has run, so nothing here waits for that.
switch (launch.kind) {
  case 'window':
    startWindow(launch, dataFolderAt(launch.dataFolder ?? standardFolder));
    break;
  case 'command': {
    const { startCommand } = await import('./cli/start-command');
    await startCommand(launch.args, standardFolder);
    break;
  }
  case 'practice-job': {
    const { startPracticeJob } = await import('./practice/start-job');
    startPracticeJob(launch);
    break;
  }
}
